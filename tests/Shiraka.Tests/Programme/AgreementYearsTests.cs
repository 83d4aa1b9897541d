using Shiraka.Programme;
using Xunit;

namespace Shiraka.Tests.Programme;

public sealed class AgreementYearsTests
{
    [Theory]
    [InlineData("2021-09-22", "2021-09-21", 0)]
    [InlineData("2021-09-22", "2021-09-22", 1)]
    [InlineData("2021-09-22", "2022-09-21", 1)]
    [InlineData("2021-09-22", "2022-09-22", 2)]
    [InlineData("2021-09-22", "2026-06-10", 5)]
    [InlineData("2024-02-29", "2025-02-27", 1)]
    [InlineData("2024-02-29", "2025-02-28", 2)]
    [InlineData("2024-02-29", "2028-02-28", 4)]
    [InlineData("2024-02-29", "2028-02-29", 5)]
    public void A_year_of_the_agreement_starts_on_its_anchor(string anchor, string day, int year) =>
        Assert.Equal(year, new AgreementYears(DateOnly.Parse(anchor)).YearOf(DateOnly.Parse(day)));

    [Fact]
    public void Every_day_lies_in_exactly_one_year()
    {
        foreach (var anchor in new DateOnly[] { new(2024, 2, 29), new(2021, 8, 31), new(2023, 1, 1) })
        {
            var years = new AgreementYears(anchor);
            for (var day = anchor; day < anchor.AddYears(9); day = day.AddDays(1))
            {
                var year = years.YearOf(day);
                Assert.InRange(day, years.FirstDay(year), years.LastDay(year));
            }
        }
    }

    [Fact]
    public void Months_count_from_the_anchor_and_return_to_the_31st() =>
        Assert.Equal(
            ["2022-08-31", "2022-09-30", "2022-10-31", "2022-11-30", "2022-12-31", "2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31", "2023-06-30", "2023-07-31"],
            new AgreementYears(new(2021, 8, 31)).Months(2).Select(month => month.ToString("yyyy-MM-dd")));

    [Theory]
    [InlineData("2026-04-10", "2026-06-10", 2)]
    [InlineData("2026-04-11", "2026-06-10", 1)]
    [InlineData("2025-04-10", "2026-06-10", 14)]
    [InlineData("2026-01-31", "2026-02-28", 1)]
    [InlineData("2026-02-28", "2026-01-31", 0)]
    public void Months_late_are_whole_months(string from, string to, int months) =>
        Assert.Equal(months, AgreementYears.WholeMonths(DateOnly.Parse(from), DateOnly.Parse(to)));
}
