using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Shiraka.Ledger;
using Shiraka.Shared;

namespace Shiraka.Programme;

/// <summary>Which report: <paramref name="Session"/> null for the next one called, <paramref name="At"/> null for the last signed position.</summary>
public sealed record ReportOrder(Guid Agreement, Language Language, Guid? Session = null, long? At = null);

/// <summary>
/// The report as one file: HTML that carries its stylesheet, its fonts and the dossier of the facts it cites (so that
/// <c>shiraka ledger verify FILE</c> can check it), or PDF. The HTML of one order at one position is the same bytes for ever.
/// Does not ask who may see the agreement: callers do.
/// </summary>
public sealed class ReportFile(Reports reports, SealedFacts ledger, Dossiers dossiers, ChromiumPrinter printer)
{
    /// <summary>Writes the report as PDF where <paramref name="path"/> ends with <c>.pdf</c>, else as HTML. False where there is no such agreement at that position.</summary>
    /// <exception cref="RefusedException"><c>programme.session-unknown</c>, <c>programme.no-printer</c>, <c>programme.print-failed</c>.</exception>
    public async Task<bool> WriteAsync(ReportOrder order, string path, CancellationToken cancel = default)
    {
        var bytes = path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? await PdfAsync(order, cancel) : await HtmlAsync(order, cancel);
        if (bytes is null) return false;
        await File.WriteAllBytesAsync(path, bytes, cancel);
        return true;
    }

    /// <summary>The HTML file in UTF-8, or null where there is no such agreement at that position.</summary>
    public async Task<byte[]?> HtmlAsync(ReportOrder order, CancellationToken cancel = default)
    {
        if (await reports.ReadAsync(order.Agreement, order.Session, order.At, Words.In(order.Language), cancel) is not { } edition) return null;
        var dossier = DossierFile.Write(await dossiers.OfAsync(await SeqsAsync(edition, cancel), edition.Position, cancel));
        var page = await RenderAsync(order.Language, edition.Report);
        return Encoding.UTF8.GetBytes(StandalonePage.Of(page, $"{DossierFile.HtmlElement}{dossier}</script>\n"));
    }

    /// <summary>The PDF, or null where there is no such agreement at that position.</summary>
    /// <exception cref="RefusedException"><c>programme.no-printer</c>: no Chromium on this machine.</exception>
    public async Task<byte[]?> PdfAsync(ReportOrder order, CancellationToken cancel = default) =>
        await HtmlAsync(order, cancel) is { } html ? await printer.PrintAsync(html, cancel) : null;

    // The confirmation and every act on the agreement are cited by the head of the report.
    private async Task<IEnumerable<long>> SeqsAsync(ReportEdition edition, CancellationToken cancel) =>
        edition.Seqs.Concat((await ledger.OfStreamAsync(edition.Report.Agreement, cancel)).Select(fact => fact.Seq));

    // Its own few services, so that the command line prints without the web server and nothing of a request can reach the paper.
    private static async Task<string> RenderAsync(Language language, CommitteeReport report)
    {
        var services = new ServiceCollection().AddSingleton(new Frame([], []) { Language = language }).AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Report"] = report });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportSheet>(parameters)).ToHtmlString());
    }
}
