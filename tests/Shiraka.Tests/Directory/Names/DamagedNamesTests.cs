using Shiraka.Directory;
using Xunit;

namespace Shiraka.Tests.DirectoryNames;

public class DamagedNamesTests
{
    private static readonly NameRegister Register = NameRegister.Build(
    [
        "Rachid Ouazzani", "خالد الوزاني", "Mohamed Bouchareb", "محمود الشرقاوي", "نور الدين بن زيدان", "Hamza Ben Waled", "Farhat Oulad Hmij", "سلوى الطهراوي", "Karima El Khatib", "يوسف القادري", "Yassine Berrada", "Amadou Diallo", "Emir Kettani",
    ]);

    [Theory]
    [InlineData("رشد الوزاني", "Rachid Ouazzani")]           // a letter of the given name lost
    [InlineData("رسيد الوزاني", "Rachid Ouazzani")]          // dots lost
    [InlineData("محمد بوسارب", "Mohamed Bouchareb")]          // dots lost in the family name
    [InlineData("Mahmoud Cherkaui", "محمود الشرقاوي")]
    [InlineData("Mahmoud Herkaoui", "محمود الشرقاوي")]        // the first letter lost
    [InlineData("Noureddine Byn Zidane", "نور الدين بن زيدان")] // a link misread
    [InlineData("Nour Eddine Ben Zidane", "نور الدين بن زيدان")]
    [InlineData("حمزة بن وا لد", "Hamza Ben Waled")]          // cut in two
    [InlineData("حمزةبنوالد", "Hamza Ben Waled")]             // run together
    [InlineData("فرحات أولادحميج", "Farhat Oulad Hmij")]
    [InlineData("Slawa Tahraoui", "سلوى الطهراوي")]           // two letters exchanged
    [InlineData("كريمة سعيد الخطيب", "Karima El Khatib")]     // a name between
    [InlineData("Y. Kadiri", "يوسف القادري")]                 // an initial
    [InlineData("ياسين برادا", "Yassine Berrada")]
    public void One_damage_in_the_other_script_does_not_hide_a_name(string asked, string found)
    {
        var hits = Register.Search(asked, 3);
        Assert.Equal(found, hits[0].Name);
        Assert.All(hits, hit => Assert.NotEmpty(hit.Why));
    }

    [Fact]
    public void The_answer_says_that_a_name_was_read_apart()
    {
        var why = Register.Search("حمزةبنوالد", 1)[0].Why;
        Assert.Contains(why, reason => reason.Code == NameWhy.Apart);
    }

    [Fact]
    public void Two_damages_are_worth_less_than_one_and_one_less_than_none()
    {
        double Score(string asked) => Register.Search(asked, 1)[0].Score;
        Assert.True(Score("محمد بوشارب") > Score("محمد بوسارب"));
        Assert.True(Score("محمد بوسارب") > Score("محد بوسارب"));
    }

    [Fact]
    public void A_search_finds_something_where_all_words_are_badly_damaged() =>
        Assert.Equal("Amadou Diallo", Register.Search("Xmad Tialo", 1)[0].Name);

    [Fact]
    public void A_query_of_one_long_word_is_answered_at_once() =>
        Assert.NotNull(Register.Search(string.Concat(Enumerable.Repeat("mohamedali", 24))));
}
