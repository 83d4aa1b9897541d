// Small modules that break each rule once, so that the checks are known to fail.
namespace Planted.One
{
    public sealed class Front
    {
        public Two.Open Uses { get; } = new();

        public static bool Peeks(object value) => value is Two.Hidden;
    }
}

namespace Planted.Two
{
    public sealed class Open
    {
        public static string Back() => typeof(One.Front).Name;

        public static string Store() => new Npgsql.NpgsqlConnectionStringBuilder().ConnectionString;
    }

    internal sealed class Hidden;
}
