using System.Globalization;
using PolicyGraph.Graph;

namespace PolicyGraph.Neo4j;

/// <summary>Reads an answer as it comes and stops at the limits on rows and bytes: what a server would still send is never held here.</summary>
/// <remarks>Rows are counted in the JSON <c>{"data":{"fields":[…],"values":[[…],[…]]}}</c>: every array that opens at the depth of a row is one.</remarks>
internal sealed class RowLimit(GraphLimits limits)
{
    private const int RowDepth = 4;
    private const int Block = 1 << 16;

    private long rows;
    private int depth;
    private bool isText;
    private bool isEscaped;

    /// <summary>The whole answer.</summary>
    /// <exception cref="GraphException">It has more rows or bytes than allowed (class limit).</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(Stream answer, CancellationToken cancellationToken)
    {
        using var held = new MemoryStream();
        var block = new byte[Block];
        for (int read; (read = await answer.ReadAsync(block, cancellationToken)) > 0;)
        {
            Count(block.AsSpan(0, read));
            if (rows > limits.MaxRows)
            {
                throw new GraphException(GraphErrorClass.Limit, "Neo.TransientError.General.MemoryPoolOutOfMemoryError", $"结果超过了 {limits.MaxRows.ToString(CultureInfo.InvariantCulture)} 行的上限，已停止；请加上 LIMIT 或先聚合。");
            }

            if (held.Length + read > Math.Min(limits.MaxMemoryBytes, Array.MaxLength))
            {
                throw new GraphException(GraphErrorClass.Limit, "Neo.TransientError.General.MemoryPoolOutOfMemoryError", "结果超过了内存的上限，已停止；请加上 LIMIT、少取几列或先聚合。");
            }

            held.Write(block, 0, read);
        }

        return held.GetBuffer().AsMemory(0, (int)held.Length); // Above it was held to an array's length.
    }

    private void Count(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (isText)
            {
                (isText, isEscaped) = isEscaped ? (true, false) : (b != '"', b == '\\');
                continue;
            }

            switch (b)
            {
                case (byte)'"':
                    isText = true;
                    break;
                case (byte)'[' or (byte)'{':
                    rows += ++depth == RowDepth && b == '[' ? 1 : 0;
                    break;
                case (byte)']' or (byte)'}':
                    depth--;
                    break;
            }
        }
    }
}
