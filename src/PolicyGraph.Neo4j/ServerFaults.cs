using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.RegularExpressions;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j;

/// <summary>What the server or the way to it says went wrong, in the product's terms.</summary>
internal static partial class ServerFaults
{
    private const string Environment = "环境变量 POLICYGRAPH_GRAPH_USER 和 POLICYGRAPH_GRAPH_PASSWORD";

    /// <summary>A statement's error.</summary>
    /// <param name="code">Neo4j's code.</param>
    /// <param name="message">Neo4j's message.</param>
    public static GraphException Of(string code, string message)
    {
        var place = Place().Match(message);
        int? Number(string group) => place.Success ? int.Parse(place.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;
        return new GraphException(ClassOf(code, message), code, FirstLine(message), Number("line"), Number("column"));
    }

    /// <summary>The server could not be reached.</summary>
    /// <param name="address">Where it should be.</param>
    /// <param name="error">What the way to it says.</param>
    /// <param name="hasAnswered">Whether it answered before: then it has gone in the middle of the work.</param>
    public static ServerException Unreachable(ServerAddress address, Exception error, bool hasAnswered) => new(
        error.InnerException switch
        {
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } when hasAnswered => $"{address} 的服务器中途停了（连接被拒绝）：已提交的内容都在，请启动 Neo4j 后重新执行同一条命令，会接着做完",
            SocketException { SocketErrorCode: SocketError.ConnectionRefused } => $"{address} 没有服务器在听（连接被拒绝）：请检查 --graph 的主机和 HTTP 端口，并确认 Neo4j 已启动",
            SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData } => $"{address}：找不到这台主机；请检查 --graph 里的主机名",
            AuthenticationException => $"{address}：服务器的证书不能信任（{error.InnerException.Message}）；请换用受信任的证书，或在本机用 http://",
            _ => $"{address} 的连接断了（{error.Message}）：已提交的内容都在，请确认 Neo4j 在运行后重新执行同一条命令，会接着做完",
        },
        error);

    /// <summary>The server did not answer in time.</summary>
    public static ServerException Silent(ServerAddress address, Exception error) => new($"{address} 没有在时限内回答；请看服务器是否过载，稍后重试", error);

    /// <summary>The login was refused.</summary>
    public static ServerException Unauthorized(ServerAddress address, bool hasLogin, string message) => new(
        hasLogin ? $"{address} 不接受这个用户名或密码（{FirstLine(message)}）；请检查{Environment}" : $"{address} 要求登录；请设置{Environment}");

    /// <summary>What answers is no Neo4j server.</summary>
    public static ServerException NotNeo4j(ServerAddress address) => new($"{address} 回答的不是 Neo4j 的 HTTP 接口；请检查 --graph 的端口（Neo4j 的 HTTP 默认为 7474，7687 是 Bolt）");

    /// <summary>The server is too old.</summary>
    public static ServerException TooOld(ServerAddress address, string version) => new($"{address} 是 Neo4j {version}，这里需要 5.26 或更新的版本；请升级服务器");

    /// <summary>Whether the server itself asks to try the transaction again: it was rolled back as a whole.</summary>
    public static bool IsTransient(string code) => code.StartsWith("Neo.TransientError.", StringComparison.Ordinal) && !code.Contains(".General.", StringComparison.Ordinal);

    private static GraphErrorClass ClassOf(string code, string message) => code switch
    {
        "Neo.ClientError.Statement.SyntaxError" => OfSyntax(message),
        "Neo.ClientError.Statement.TypeError" => GraphErrorClass.Type,
        "Neo.ClientError.Statement.ArithmeticError" => GraphErrorClass.Arithmetic,
        "Neo.ClientError.Statement.ParameterMissing" => GraphErrorClass.Parameter,
        "Neo.ClientError.Statement.SemanticError" => message.Contains("Invalid Regex", StringComparison.OrdinalIgnoreCase) ? GraphErrorClass.Runtime : GraphErrorClass.Semantic,
        "Neo.ClientError.Procedure.ProcedureNotFound" => GraphErrorClass.Semantic,
        "Neo.ClientError.Statement.AccessMode" or "Neo.ClientError.Security.Forbidden" => GraphErrorClass.Refused,
        _ when code.Contains(".Schema.", StringComparison.Ordinal) => GraphErrorClass.Constraint,
        _ when code.Contains("TimedOut", StringComparison.Ordinal) || code.Contains("OutOfMemory", StringComparison.Ordinal) || code.Contains("StackOverFlow", StringComparison.Ordinal) => GraphErrorClass.Limit,
        _ => GraphErrorClass.Runtime,
    };

    private static GraphErrorClass OfSyntax(string message) =>
        Begins(message, "Type mismatch", "Property values can only") ? GraphErrorClass.Type :
        Begins(message, "Invalid input", "Failed to parse", "Query cannot conclude", "Expected exactly one statement", "Unknown operation", "Lexical error") ? GraphErrorClass.Syntax :
        Begins(message, "Text cannot be parsed", "Cannot parse", "Invalid value") ? GraphErrorClass.Runtime :
        GraphErrorClass.Semantic;

    private static bool Begins(string message, params string[] beginnings) => beginnings.Any(b => message.StartsWith(b, StringComparison.Ordinal));

    private static string FirstLine(string message) => message.Split('\n')[0].TrimEnd('\r');

    [GeneratedRegex(@"\(line (?<line>\d{1,9}), column (?<column>\d{1,9}) ")]
    private static partial Regex Place();
}
