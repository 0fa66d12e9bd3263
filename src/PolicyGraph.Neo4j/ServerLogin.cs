using System.Net.Http.Headers;
using System.Text;

namespace PolicyGraph.Neo4j;

/// <summary>How one logs in to a server: a user with a password, a bearer token, or neither where the server asks for none.</summary>
public sealed class ServerLogin
{
    private ServerLogin(AuthenticationHeaderValue? header) => Header = header;

    /// <summary>For a server that asks for no login.</summary>
    public static ServerLogin None { get; } = new(null);

    /// <summary>The header of every request; null for none.</summary>
    internal AuthenticationHeaderValue? Header { get; }

    /// <summary>A user and a password.</summary>
    public static ServerLogin Basic(string user, string password) => new(new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))));

    /// <summary>A token of single sign-on.</summary>
    public static ServerLogin Bearer(string token) => new(new AuthenticationHeaderValue("Bearer", token));

    /// <summary>As the environment gives it: <c>POLICYGRAPH_GRAPH_TOKEN</c>, else <c>POLICYGRAPH_GRAPH_USER</c> (<c>neo4j</c> where only the password is given) and <c>POLICYGRAPH_GRAPH_PASSWORD</c>.</summary>
    /// <param name="variable">Value of an environment variable; null where it is not set.</param>
    public static ServerLogin Read(Func<string, string?> variable)
    {
        ArgumentNullException.ThrowIfNull(variable);
        string? Given(string name) => variable(name) is { Length: > 0 } value ? value : null;
        if (Given("POLICYGRAPH_GRAPH_TOKEN") is { } token)
        {
            return Bearer(token);
        }

        var (user, password) = (Given("POLICYGRAPH_GRAPH_USER"), Given("POLICYGRAPH_GRAPH_PASSWORD"));
        return user is null && password is null ? None : Basic(user ?? "neo4j", password ?? string.Empty);
    }
}
