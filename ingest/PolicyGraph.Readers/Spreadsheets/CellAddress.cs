using System.Globalization;

namespace PolicyGraph.Readers.Spreadsheets;

/// <summary>A place in a sheet; row and column from 0.</summary>
internal readonly record struct CellAddress(int Row, int Column)
{
    private const int MaxRows = 1_048_576;
    private const int MaxColumns = 16_384;

    /// <inheritdoc/>
    public override string ToString()
    {
        var letters = "";
        for (var rest = Column; rest >= 0; rest = (rest / 26) - 1)
        {
            letters = (char)('A' + (rest % 26)) + letters;
        }

        return letters + (Row + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Reads an address such as <c>B7</c> or <c>$B$7</c> within the bounds of a sheet.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellAddress address)
    {
        address = default;
        int i = 0, column = 0;
        for (; i < text.Length && (char.IsAsciiLetter(text[i]) || text[i] == '$') && column <= MaxColumns; i++)
        {
            column = text[i] == '$' ? column : (column * 26) + (char.ToUpperInvariant(text[i]) - 'A' + 1);
        }

        if (column is < 1 or > MaxColumns || !int.TryParse(text[i..], NumberStyles.None, CultureInfo.InvariantCulture, out var row) || row is < 1 or > MaxRows)
        {
            return false;
        }

        address = new CellAddress(row - 1, column - 1);
        return true;
    }

    /// <summary>Reads a range such as <c>B7:D9</c>, in whatever order its corners stand.</summary>
    public static bool TryParseRange(string text, out CellAddress first, out CellAddress last)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        last = default;
        if (colon < 0 || !TryParse(text.AsSpan(0, colon), out first) || !TryParse(text.AsSpan(colon + 1), out last))
        {
            first = default;
            return false;
        }

        (first, last) = (new(Math.Min(first.Row, last.Row), Math.Min(first.Column, last.Column)), new(Math.Max(first.Row, last.Row), Math.Max(first.Column, last.Column)));
        return true;
    }
}
