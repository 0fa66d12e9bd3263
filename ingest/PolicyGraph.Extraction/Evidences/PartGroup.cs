using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Documents;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Remembers which rows of a table stand under a 其中, though only the first of them says so.</summary>
internal sealed partial class PartGroup
{
    private bool inside;
    private int indent;
    private int number;
    private string? energy;

    /// <summary>Marks a row as a part that goes on with the parts above it, and remembers the row.</summary>
    /// <param name="meaning">The row's label.</param>
    /// <param name="paper">The paper.</param>
    /// <param name="cell">The cell of the row's first name; null when it has none.</param>
    /// <remarks>It goes on when it is set in deeper than the row that is divided, bears the next number, or is a kind of the same energy.</remarks>
    public LabelMeaning Follow(LabelMeaning meaning, Paper paper, TableCell? cell)
    {
        if (cell is null)
        {
            return meaning;
        }

        var depth = IndentOf(paper, cell);
        var ordinal = OrdinalIn(paper.Words(cell.Span));
        if (!meaning.IsPart && inside && !meaning.IsTotal && (depth > indent || (ordinal > 1 && ordinal == number + 1) || (energy is not null && meaning.Energy?.Id == energy)))
        {
            meaning = meaning with { IsPart = true };
        }

        inside = meaning.IsPart;
        number = inside ? ordinal : 0;
        if (!inside)
        {
            (indent, energy) = (depth, meaning.Energy?.Id);
        }

        return meaning;
    }

    // The blanks before a name, in the cell or before it in the text.
    private static int IndentOf(Paper paper, TableCell cell)
    {
        var inner = cell.Text.Length - cell.Text.TrimStart().Length;
        var at = cell.Span.Start;
        while (at > 0 && paper.Source[at - 1] is ' ' or '\u3000' or '\u00a0')
        {
            at--;
        }

        return Math.Max(inner, cell.Span.Start - at);
    }

    // 其中：1.无烟煤, 2.炼焦烟煤: the number of the part; 0 when it has none.
    private static int OrdinalIn(string words)
    {
        var match = Ordinal().Match(words);
        return match.Success ? int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^\s*(?:其中\s*[:,]?\s*)?\(?(\d{1,2})[.、)](?!\d)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Ordinal();
}
