using System.Globalization;
using Shiraka.Directory;

namespace Shiraka.Bench;

/// <summary>
/// A register of a million made-up people, asked in the other script with one damage. Found is who comes first and is the one
/// asked for, or is written exactly like the one asked for (<see cref="Person.IsWrittenLike"/>): nothing in a name tells them apart. Beside it, how often who comes first is as few letters from what was asked as the one meant
/// (<see cref="Person.LettersFrom"/>): among those, spelling alone decides nothing. Times are processor time.
/// </summary>
internal static class NameSearchFigures
{
    private const int AskedOfEach = 500;

    /// <summary>Not the seed of the tuning.</summary>
    private const ulong Seed = 20_261_122;

    public static void Measure(Options options, Report report)
    {
        foreach (var sparse in (bool[])[false, true])
        {
            var people = new NamePopulation(options.Names, Seed, sparse).People;
            var size = string.Create(CultureInfo.InvariantCulture, $"{(sparse ? "sparse" : "dense")} register of {people.Length}");
            var register = Built(size, Array.ConvertAll(people, person => person.Registered), report);
            var dice = new NameDice(Seed + 1);
            for (var i = 0; i < 500; i++) register.Search(dice.Pick(people).AskedFamily);
            Ask($"{size}, damages of the tuning", register, people, NameDamage.Known, report);
            Ask($"{size}, first held out", register, people, NameDamage.HeldOut, report);
            Ask($"{size}, unseen", register, people, NameDamageUnseen.All, report);
        }
    }

    private static NameRegister Built(string size, string[] names, Report report)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Environment.CpuUsage.TotalTime;
        var register = NameRegister.Build(names);
        report.Add(new Figure($"{size}: built", (Environment.CpuUsage.TotalTime - start).TotalSeconds, "s", 60, AtMost: true));
        // The register holds on to the texts it was given; a string weighs 22 bytes and two a character.
        var texts = names.Sum(name => 22L + (2 * name.Length));
        report.Add(new Figure($"{size}: memory with its names", (GC.GetTotalMemory(forceFullCollection: true) - before + texts) / 1e6, "MB", 400, AtMost: true));
        return register;
    }

    private static void Ask(string what, NameRegister register, Person[] people, (string Name, Func<string, string, bool, NameDice, string> Do)[] damages, Report report)
    {
        var (dice, took, shares) = (new NameDice(Seed + 2), new List<double>(), new List<(string Name, double Found, double Itself, double AsNear)>());
        foreach (var (name, damage) in damages)
        {
            var (found, itself, asNear) = (0, 0, 0);
            for (var i = 0; i < AskedOfEach; i++)
            {
                var at = dice.Next(people.Length);
                var asked = people[at];
                var query = damage(asked.AskedGiven, asked.AskedFamily, !asked.InArabic, dice);
                var start = Environment.CpuUsage.TotalTime;
                var hits = register.Search(query);
                took.Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
                if (hits.Count == 0) continue;
                if (hits[0].Index == at) itself++;
                var first = people[hits[0].Index];
                if (first.IsWrittenLike(asked)) found++;
                if (first.IsWrittenLike(asked) || first.LettersFrom(query, !asked.InArabic) <= asked.LettersFrom(query, !asked.InArabic)) asNear++;
            }

            shares.Add((name, found / (double)AskedOfEach, itself / (double)AskedOfEach, asNear / (double)AskedOfEach));
        }

        took.Sort();
        report.Add(new Figure($"{what}: first of all", shares.Average(share => share.Found), "", 0.95)
        {
            Runs = took.Count,
            Note = string.Create(CultureInfo.InvariantCulture, $"the very entry {shares.Average(share => share.Itself):0.000}; as near to what was asked {shares.Average(share => share.AsNear):0.000}; ")
                + string.Join(", ", shares.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Name} {share.Found:0.000}/{share.AsNear:0.000}"))),
        });
        double[] sorted = [.. took];
        report.Add(new Figure($"{what}: p99", Figure.Percentile(sorted, 0.99), "ms", 10, AtMost: true) { Runs = took.Count, P50Ms = Figure.Percentile(sorted, 0.5), P99Ms = Figure.Percentile(sorted, 0.99) });
    }
}
