using System.Globalization;

namespace PolicyGraph.Readers.Pdf.Layer;

/// <summary>The corners of an SVG path of straight pieces, as Cairo writes it: absolute M, L, H, V, C and Z, then one matrix.</summary>
internal sealed class DrawnPath(string data, string? transform)
{
    private const int MaxCorners = 100_000;

    /// <summary>One list of corners for each piece; a piece with a curve in it is left out.</summary>
    public List<IReadOnlyList<(double X, double Y)>> Pieces()
    {
        var pieces = new List<IReadOnlyList<(double X, double Y)>>();
        var matrix = Matrix();
        var piece = new List<(double X, double Y)>();
        var curved = false;
        var corners = 0;
        var at = 0;
        while (Next(ref at) is { Length: > 0 } token && corners < MaxCorners)
        {
            switch (token[0])
            {
                case 'M':
                    if (piece.Count > 1 && !curved)
                    {
                        pieces.Add(piece);
                    }

                    (piece, curved) = ([Turn(matrix, Number(ref at), Number(ref at))], false);
                    break;
                case 'L':
                    piece.Add(Turn(matrix, Number(ref at), Number(ref at)));
                    corners++;
                    break;
                case 'C':
                    curved = true;
                    break;
                case 'Z' or 'z':
                    if (piece.Count > 2)
                    {
                        piece.Add(piece[0]);
                    }

                    break;
                default:
                    break;
            }
        }

        if (piece.Count > 1 && !curved)
        {
            pieces.Add(piece);
        }

        return pieces;
    }

    private static (double X, double Y) Turn(double[] m, double x, double y) => ((m[0] * x) + (m[2] * y) + m[4], (m[1] * x) + (m[3] * y) + m[5]);

    private double[] Matrix()
    {
        const string name = "matrix(";
        if (transform is null || !transform.StartsWith(name, StringComparison.Ordinal) || transform[^1] != ')')
        {
            return [1, 0, 0, 1, 0, 0];
        }

        var parts = transform[name.Length..^1].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 6 ? [.. parts.Select(Parse)] : [1, 0, 0, 1, 0, 0];
    }

    private ReadOnlySpan<char> Next(ref int at)
    {
        while (at < data.Length && data[at] is ' ' or ',')
        {
            at++;
        }

        var start = at;
        while (at < data.Length && data[at] is not (' ' or ','))
        {
            at++;
        }

        return data.AsSpan(start, at - start);
    }

    private double Number(ref int at) => Parse(Next(ref at));

    private static double Parse(string text) => Parse(text.AsSpan());

    private static double Parse(ReadOnlySpan<char> text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : 0;
}
