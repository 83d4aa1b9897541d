using System.Text.Json;
using Shiraka.Agreements.TextReading;
using Xunit;

namespace Shiraka.Tests.Agreements.TextReading;

public sealed class ReadingJsonTests
{
    private static readonly Gold Text = Gold.Folder(Path.Combine(AppContext.BaseDirectory, "Agreements", "Reading", "Texts")).Single(t => t.Name == "fr-01-thies-nantes");

    [Fact]
    public void A_reading_is_one_line_with_the_fields_of_the_contract()
    {
        var line = ReadingJson.Write(Reader.Read(Text.Text, "fr-01.txt"));
        Assert.DoesNotContain('\n', line);
        var root = JsonDocument.Parse(line).RootElement;
        Assert.Equal("fr-01.txt", root.GetProperty("file").GetString());
        var instrument = Assert.Single(root.GetProperty("instruments").EnumerateArray());
        foreach (var name in new[] { "kind", "parties", "signatories", "signedOn", "place", "renews", "fields", "commitments", "committee", "financial", "term" })
            Assert.True(instrument.TryGetProperty(name, out _), name);
    }

    [Fact]
    public void Every_code_is_one_of_the_contract()
    {
        string[] commitments = ["host_trainees", "send_experts", "training_course", "seminar", "academic_track", "share_documents", "joint_research", "exchange_visits", "specialised_care", "emergency_pathway", "teleconsultation", "equipment", "plasma_collection", "sample_testing", "supply_chain", "standards", "awareness", "social_cover", "committee", "action_plan", "other"];
        string[] fields = ["oncology", "imaging", "hospital_management", "emergency", "transplantation", "robotic_surgery", "surgery", "cardiology", "mother_child", "infectious_disease", "mental_health", "laboratory", "blood_plasma", "pharmacy", "nursing", "digital_health", "social_protection", "research", "public_health", "other"];
        string[] parties = ["hospital", "ministry", "fund", "foundation", "agency", "university", "state", "other"];
        string[] kinds = ["convention", "framework_agreement", "memorandum", "partnership_agreement", "renewal", "amendment", "other"];
        Assert.All(Lexicon.Default.Tagged("commit"), c => Assert.Contains(c.Value, commitments));
        Assert.All(Lexicon.Default.Tagged("field"), c => Assert.Contains(c.Value, fields));
        Assert.All(Lexicon.Default.Tagged("inst"), c => Assert.Contains(c.Value, parties));
        Assert.All(Lexicon.Default.Tagged("instrument"), c => Assert.Contains(c.Value, kinds));
    }
}
