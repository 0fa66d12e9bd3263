using PolicyGraph.Text;

namespace PolicyGraph.Documents;

/// <summary>A table with its cells in place.</summary>
/// <param name="Title">Caption or sheet name; null when there is none.</param>
/// <param name="Span">From the first cell to the last.</param>
/// <param name="Rows">Rows from the top; a merged cell stands once, at its first row and column.</param>
/// <param name="Page">Page from 1; null where the format has no pages.</param>
/// <param name="Sheet">Name of the sheet; null outside spreadsheets.</param>
public sealed record Table(string? Title, TextSpan Span, IReadOnlyList<IReadOnlyList<TableCell>> Rows, int? Page = null, string? Sheet = null);

/// <summary>One cell.</summary>
/// <param name="Text">Its words: equal to the text at <paramref name="Span"/>, white space apart.</param>
/// <param name="Span">Where they stand; empty for a blank cell.</param>
/// <param name="Column">Index of its first grid column, from 0.</param>
/// <param name="RowSpan">Rows that it covers, at least 1.</param>
/// <param name="ColumnSpan">Columns that it covers, at least 1.</param>
/// <param name="Sheet">Name of the sheet; null outside spreadsheets.</param>
/// <param name="Cell">Address such as <c>B7</c>; null outside spreadsheets.</param>
/// <param name="Box">Its place, blank cells too; null where the format has no pages.</param>
public sealed record TableCell(string Text, TextSpan Span, int Column, int RowSpan = 1, int ColumnSpan = 1, string? Sheet = null, string? Cell = null, PageBox? Box = null);
