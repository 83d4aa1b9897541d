using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shiraka.Ledger;

/// <summary>
/// A query that is translated once. For the few questions that every command asks: looking the translation up costs as much as
/// the question itself. EF keeps one translation for one model; a process that has both stores open has two.
/// </summary>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> compiled = [];

    public TQuery On(ShirakaDb db) => compiled.GetValue(db.Model, _ => compile());
}
