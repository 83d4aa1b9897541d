using Microsoft.EntityFrameworkCore;
using Shiraka.Ledger;

namespace Shiraka.Directory;

/// <summary>
/// Takes the names of a person, or the title of a post, out of the directory with the body that gave them, and what somebody decided about a written name with the
/// body that holds it. The person stays, without a name: posts and history are told by ids.
/// </summary>
internal sealed class ForgetNames : IForgets
{
    public async Task ForgetAsync(SealedFact fact, ShirakaDb db, CancellationToken cancel)
    {
        if (fact.Type is "person.registered") await db.PersonNames.Where(name => name.Person == fact.Stream).ExecuteDeleteAsync(cancel);
        if (fact.Type is "post.taken") await db.Posts.Where(post => post.Id == fact.Stream).ExecuteUpdateAsync(post => post.SetProperty(p => p.Title, ""), cancel);
        if (fact.Type is "name.confirmed" or "name.rejected") await db.Set<NameDecision>().Where(decision => decision.Id == fact.Stream).ExecuteDeleteAsync(cancel);
    }
}
