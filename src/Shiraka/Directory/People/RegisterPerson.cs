using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>Enters a person. Call it inside a command; the caller saves.</summary>
public static class RegisterPerson
{
    /// <param name="names">The name in one or several scripts; the first of a script is how it is shown in it.</param>
    public static Guid In(IReadOnlyList<string> names, ShirakaDb db)
    {
        var (person, registered) = Person.Register(Guid.CreateVersion7(), names, db.Organisation, db.Today);
        db.Add(person);
        db.Record(registered);
        return person.Id;
    }
}
