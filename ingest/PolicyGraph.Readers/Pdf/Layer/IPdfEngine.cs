namespace PolicyGraph.Readers.Pdf.Layer;

/// <summary>What opens a PDF and says where its words stand. The product's own is poppler; optical character recognition would be another.</summary>
/// <remarks>
/// Promises, held by <c>PdfEngineConformance</c> in the tests: pages are numbered from 1 without gaps; words are not empty, carry no white space at their
/// ends and no control characters; boxes are finite and not turned inside out; the same bytes give the same answer; a cancelled source ends in
/// <see cref="OperationCanceledException"/>, a file that is no PDF or cannot be opened in <see cref="DocumentReadException"/>.
/// </remarks>
public interface IPdfEngine
{
    /// <summary>All pages' words.</summary>
    /// <exception cref="DocumentReadException">Encrypted, damaged beyond reading, over a limit, or the engine is not installed.</exception>
    PageLayer ReadWords(PdfSource source);

    /// <summary>The ruling lines of some pages.</summary>
    /// <param name="source">The file.</param>
    /// <param name="pages">Page numbers in order.</param>
    /// <returns>A list for each page that was looked at, empty where nothing is ruled; a page that is missing could not be looked at.</returns>
    IReadOnlyDictionary<int, IReadOnlyList<Ruling>> ReadRulings(PdfSource source, IReadOnlyList<int> pages);
}

/// <summary>The bytes of a PDF with what bounds their reading.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Limits">Limits.</param>
/// <param name="Cancellation">Ends the reading, also when its time is over.</param>
public sealed record PdfSource(ReadOnlyMemory<byte> Bytes, ReaderOptions Limits, CancellationToken Cancellation);
