using PolicyGraph.Text;

namespace PolicyGraph.Readers.Word;

/// <summary>Counts what the reader of a Word document has to say, and says each once.</summary>
internal sealed class WordRemarks
{
    public int Revisions { get; set; }

    public int Pictures { get; set; }

    public int UnknownSymbols { get; set; }

    public int ClampedSpans { get; set; }

    public int EmbeddedDocuments { get; set; }

    public bool ExternalContent { get; set; }

    private int hidden;
    private int faint;
    private string firstHidden = "";
    private TextSpan firstFaint;

    public void Hidden(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        firstHidden = hidden++ == 0 ? text.Trim() : firstHidden;
    }

    public void Faint(TextSpan span) => firstFaint = faint++ == 0 ? span : firstFaint;

    public void WriteTo(DocumentBuilder output)
    {
        Write(Revisions, () => Remark.TrackedChanges(Revisions));
        Write(hidden, () => Remark.HiddenText(hidden, firstHidden));
        Write(faint, () => Remark.FaintText(faint, firstFaint));
        Write(ClampedSpans, () => Remark.SpanClamped(ClampedSpans));
        Write(UnknownSymbols, () => Remark.UnknownSymbol(UnknownSymbols));
        Write(Pictures, () => Remark.Pictures(Pictures));
        Write(EmbeddedDocuments, () => Remark.EmbeddedDocument(EmbeddedDocuments));
        Write(ExternalContent ? 1 : 0, Remark.RemoteContent);

        void Write(int count, Func<Diagnostic> remark)
        {
            if (count > 0)
            {
                output.Remark(remark());
            }
        }
    }
}
