namespace Shiraka.Ledger;

public partial class ShirakaDb
{
    public void Record(Fact fact) => throw new NotSupportedException(fact.ToString());
}
