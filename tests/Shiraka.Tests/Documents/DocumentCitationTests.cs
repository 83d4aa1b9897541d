using Microsoft.EntityFrameworkCore;
using Shiraka.Documents;
using Shiraka.Ledger;
using Shiraka.Shared;
using Shiraka.Tests.Stores;
using Xunit;

namespace Shiraka.Tests.Documents;

public sealed class DocumentCitationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothStores]
    public async Task A_citation_is_kept_with_the_command_that_makes_it(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var file = await KeepAsync(house, "%PDF-1.7 a");
        var record = Guid.CreateVersion7();

        await house.RunAsync(async db =>
        {
            db.Cite(record, file);
            await db.SaveChangesAsync(Cancel);
        });

        var cited = await house.ReadAsync(db => db.DocumentCitations.SingleAsync(Cancel));
        Assert.Equal((file.Sha256, record, file.SizeBytes, file.FileName), (cited.Sha256, cited.Record, cited.SizeBytes, cited.FileName));
    }

    [Theory, OnBothStores]
    public async Task A_day_later_only_files_that_nobody_cites_are_removed(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var (cited, orphan, fresh) = (await KeepAsync(house, "%PDF-1.7 cited"), await KeepAsync(house, "%PDF-1.7 orphan"), await KeepAsync(house, "%PDF-1.7 fresh"));
        await house.RunAsync(async db =>
        {
            db.Cite(Guid.CreateVersion7(), cited);
            await db.SaveChangesAsync(Cancel);
        });
        var folder = house.Get<DocumentFolder>();
        foreach (var file in new[] { cited, orphan }) File.SetLastWriteTimeUtc(folder.Find(file.Sha256)!, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));
        var halfWay = Path.Combine(folder.Incoming, "half");
        await File.WriteAllTextAsync(halfWay, "cut short", Cancel);
        File.SetLastWriteTimeUtc(halfWay, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));

        Assert.Equal(2, await house.Get<DocumentSweep>().SweepAsync(Cancel));

        Assert.NotNull(folder.Find(cited.Sha256));
        Assert.NotNull(folder.Find(fresh.Sha256));
        Assert.Null(folder.Find(orphan.Sha256));
        Assert.False(File.Exists(halfWay));
    }

    [Theory, OnBothStores]
    public async Task A_file_that_is_given_again_is_young_again(StoreKind kind)
    {
        await using var house = await House.OpenAsync(kind);
        var folder = house.Get<DocumentFolder>();
        var file = await KeepAsync(house, "%PDF-1.7 twice");
        File.SetLastWriteTimeUtc(folder.Find(file.Sha256)!, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));
        await KeepAsync(house, "%PDF-1.7 twice");

        Assert.Equal(0, await house.Get<DocumentSweep>().SweepAsync(Cancel));
    }

    private static async Task<PostedFile> KeepAsync(House house, string text) =>
        await house.Get<IFileIntake>().KeepAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "a.pdf", "application/pdf", Cancel);
}
