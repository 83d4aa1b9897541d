namespace Shiraka.Directory;

/// <summary>The codes of what a comparison may say; each has its sentence in the words files.</summary>
internal static class NameWhy
{
    public const string SoundsAlike = "names.why.sounds-alike";
    public const string SameFamily = "names.why.same-family";
    public const string Initial = "names.why.initial";
    public const string Apart = "names.why.apart";
    public const string Joined = "names.why.joined";
    public const string OtherGivenName = "names.why.other-given-name";
    public const string OtherPart = "names.why.other-part";
    public const string Gender = "names.why.gender";
    public const string OtherLink = "names.why.other-link";
    public const string LineageReversed = "names.why.lineage-reversed";
    public const string OrderSwapped = "names.why.order-swapped";
    public const string OnlyInFirst = "names.why.only-in-first";
    public const string OnlyInSecond = "names.why.only-in-second";
    public const string OtherNumber = "names.why.other-number";
    public const string SameNumber = "names.why.same-number";
    public const string Kin = "names.why.kin";
    public const string TooLittle = "names.why.too-little";
    public const string SameType = "names.why.same-type";
    public const string OtherType = "names.why.other-type";
    public const string SameCity = "names.why.same-city";
    public const string OtherCity = "names.why.other-city";
    public const string SameCountry = "names.why.same-country";
    public const string OtherCountry = "names.why.other-country";
    public const string SameWord = "names.why.same-word";
    public const string SamePlace = "names.why.same-place";
    public const string OtherPlace = "names.why.other-place";
    public const string Acronym = "names.why.acronym";
    public const string OtherAcronym = "names.why.other-acronym";
    public const string OtherKind = "names.why.other-kind";
    public const string Empty = "names.why.empty";
}
