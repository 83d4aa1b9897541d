using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using CsvHelper.Configuration.Attributes;

namespace Shiraka.Directory;

/// <summary>A row of an import of organisations; the headings are the names of the columns, in any order.</summary>
internal sealed class OrganisationRow
{
    /// <summary>A code of <see cref="OrganisationKind"/>: hospital, ministry, fund…</summary>
    [Name("kind")] public string Kind { get; set; } = "";

    [Name("country")] public string Country { get; set; } = "";

    /// <summary>The name of a place of that country, in any of the three languages.</summary>
    [Name("place"), Optional] public string Place { get; set; } = "";

    /// <summary>An official name of the organisation above: in the directory, or in an earlier row.</summary>
    [Name("parent"), Optional] public string Parent { get; set; } = "";

    [Name("name_fr"), Optional] public string NameFr { get; set; } = "";
    [Name("name_ar"), Optional] public string NameAr { get; set; } = "";
    [Name("name_en"), Optional] public string NameEn { get; set; } = "";
    [Name("short_fr"), Optional] public string ShortFr { get; set; } = "";
    [Name("short_ar"), Optional] public string ShortAr { get; set; } = "";
    [Name("short_en"), Optional] public string ShortEn { get; set; } = "";

    public IReadOnlyList<GivenName> Names =>
        [.. new GivenName[]
            {
                new("fr", NameFr), new("ar", NameAr), new("en", NameEn),
                new("fr", ShortFr, NameUse.ShortForm), new("ar", ShortAr, NameUse.ShortForm), new("en", ShortEn, NameUse.ShortForm),
            }.Where(name => !string.IsNullOrWhiteSpace(name.Text))];

    /// <summary>Comma or semicolon, with or without a byte order mark, quoted as RFC 4180 says.</summary>
    /// <exception cref="RefusedException"><c>directory.csv_unreadable</c>: no heading, or a column that must be there is missing.</exception>
    public static List<OrganisationRow> Read(string csv)
    {
        using var reader = new CsvReader(new StringReader(csv.TrimStart('\uFEFF')), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            DetectDelimiter = true,
            DetectDelimiterValues = [",", ";", "\t"],
            TrimOptions = TrimOptions.Trim,
            PrepareHeaderForMatch = heading => heading.Header.ToLowerInvariant(),
            MissingFieldFound = null,
        });
        try
        {
            return [.. reader.GetRecords<OrganisationRow>()];
        }
        catch (CsvHelperException e)
        {
            throw new RefusedException("directory.csv_unreadable", "The rows cannot be read: " + e.GetType().Name + ".");
        }
    }
}
