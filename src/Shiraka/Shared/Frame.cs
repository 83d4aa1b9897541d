namespace Shiraka.Shared;

/// <summary>A module's entry in the masthead; its text is <c>nav.{Key}</c>. Shown only where <paramref name="RequiredRight"/> is held.</summary>
public sealed record NavItem(string Key, string Path, string? RequiredRight = null, int Order = 100);

/// <summary>A link at the foot of every page (help, accessibility, personal data); its text is <c>foot.{Key}</c>.</summary>
public sealed record FootLink(string Key, string Path, int Order = 100);

/// <summary>
/// The request as the layout sees it; one per request. Middleware fills it in before a page is rendered.
/// Paths here are without the language segment and begin with <c>/</c>.
/// </summary>
public sealed class Frame(IEnumerable<NavItem> navigation, IEnumerable<FootLink> footLinks)
{
    private static readonly string[] s_schemes = ["https://", "http://", "mailto:", "tel:"];
    private readonly HashSet<string> _icons = new(StringComparer.Ordinal);

    public Language Language { get; set; } = Language.Fr;

    /// <summary>ISO 3166 code of the person's country, for the Arabic names of months.</summary>
    public string Country { get; set; } = "MA";

    public Words Words => Words.In(Language, Country);

    /// <summary>Path and query of this page, so that a language link leads to the same page.</summary>
    public string Path { get; set; } = "/";

    /// <summary>Name of the person who is signed in, as shown; null for nobody.</summary>
    public string? Person { get; set; }

    /// <summary>One or two letters; made of <see cref="Person"/> where not set.</summary>
    public string? Initials { get => field ?? InitialsOf(Person); set; }

    /// <summary>Whether the person holds a right, for what to show. It protects nothing: routes do.</summary>
    public Func<string, bool> Holds { get; set; } = _ => false;

    public string? SignInPath { get; set; }
    public string? SignOutPath { get; set; }
    public string? AccountPath { get; set; }
    public string? SearchPath { get; set; }

    /// <summary>Makes the idempotency key of a form, <c>_key</c>: pressing the button twice does the thing once.</summary>
    public Func<string> NewKey { get; set; } = () => Guid.CreateVersion7().ToString("N");

    /// <summary>The entries this person may open, in order.</summary>
    public IEnumerable<NavItem> Navigation => navigation.Where(item => item.RequiredRight is null || Holds(item.RequiredRight)).OrderBy(item => item.Order);

    public IEnumerable<FootLink> FootLinks => footLinks.OrderBy(link => link.Order);

    /// <summary>
    /// An address in this language: <c>/agreements</c> becomes <c>/fr/agreements</c>. A fragment, a query, a web, mail or telephone address stays;
    /// anything else (<c>javascript:</c>) leads nowhere, because addresses of evidence are typed by people.
    /// </summary>
    public string Url(string path) => path switch
    {
        "/" => $"/{Language.Code()}",
        ['/', ..] => $"/{Language.Code()}{path}",
        ['#' or '?', ..] => path,
        _ when s_schemes.Any(scheme => path.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) => path,
        _ => "#",
    };

    /// <summary>This page in another language.</summary>
    public string In(Language other) => $"/{other.Code()}{(Path == "/" ? "" : Path)}";

    /// <summary>The symbols drawn so far on this page.</summary>
    internal IEnumerable<string> Icons => _icons.Order(StringComparer.Ordinal);

    // One listener: the sprite, which is drawn before the components that ask for symbols.
    internal Action? IconAdded { get; set; }

    internal void Draw(string icon)
    {
        if (_icons.Add(icon)) IconAdded?.Invoke();
    }

    private static string? InitialsOf(string? name)
    {
        if (name?.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries) is not [{ } first, .. var rest]) return null;
        return rest is [.., { } last] ? $"{first[0]}{last[0]}" : first[..1];
    }
}
