using FsCheck;
using FsCheck.Fluent;
using Shiraka.Shared;
using Xunit;

namespace Shiraka.Tests.Shared;

public sealed class TypographyTests
{
    [Theory]
    [InlineData("Êtes-vous sûr ?", "Êtes-vous sûr\u202F?")]
    [InlineData("Êtes-vous sûr?", "Êtes-vous sûr\u202F?")]
    [InlineData("Lieu : Rabat", "Lieu\u00A0: Rabat")]
    [InlineData("Lieu: Rabat", "Lieu\u00A0: Rabat")]
    [InlineData("«la collecte»", "«\u00A0la collecte\u00A0»")]
    [InlineData("« la collecte » ; puis", "«\u00A0la collecte\u00A0»\u202F; puis")]
    [InlineData("l'accord d'Oran", "l’accord d’Oran")]
    [InlineData("61 % de 12 jours", "61\u00A0% de 12\u00A0jours")]
    [InlineData("le 11 avril 2025", "le 11\u00A0avril 2025")]
    [InlineData("4 889 octets", "4\u202F889 octets")]
    [InlineData("1 234 567 habitants", "1\u202F234\u202F567 habitants")]
    [InlineData("à 10:30, voir https://exemple.ma/?a=b;c", "à 10:30, voir https://exemple.ma/?a=b;c")]
    [InlineData("tél. 05 37 67 28 71", "tél. 05 37 67 28 71")]
    public void French_spaces_do_not_break(string typed, string set) => Assert.Equal(set, Typography.Set(Language.Fr, typed));

    [Theory]
    [InlineData("الأطراف, والموقعون; نعم?", "الأطراف، والموقعون؛ نعم؟")]
    [InlineData("« نص »", "«نص»")]
    [InlineData("1,5 و 10:30", "1,5 و 10:30")]
    public void Arabic_has_its_own_marks_and_tight_quotation_marks(string typed, string set) => Assert.Equal(set, Typography.Set(Language.Ar, typed));

    [Fact]
    public void Setting_twice_changes_nothing() =>
        Prop.ForAll<NonNull<string>>(text => Languages.All.All(language =>
        {
            var once = Typography.Set(language, text.Get);
            return Typography.Set(language, once) == once;
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void The_endings_of_French_ordinals_are_raised_and_nothing_is_lost()
    {
        var pieces = Ordinals.Split(Language.Fr, "la 1re et la 5e séance du 1er juin, salle 2e4").ToList();

        Assert.Equal(["re", "e", "er"], pieces.Where(piece => piece.Raised).Select(piece => piece.Text));
        Assert.Equal("la 1re et la 5e séance du 1er juin, salle 2e4", string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(["1re"], Ordinals.Split(Language.Ar, "1re").Select(piece => piece.Text));
    }
}
