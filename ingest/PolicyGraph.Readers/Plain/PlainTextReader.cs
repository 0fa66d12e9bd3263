using PolicyGraph.Documents;
using PolicyGraph.Text;

namespace PolicyGraph.Readers.Plain;

/// <summary>Plain text: one block for each line.</summary>
internal static class PlainTextReader
{
    public static Document Read(Intake intake)
    {
        var decoded = TextDecoder.Decode(intake);
        var text = new SourceText(decoded.Text);
        return new Document
        {
            Text = text,
            Format = DocumentFormat.Text,
            Sha256 = intake.Sha256,
            Blocks = Block.FromLines(text),
            Diagnostics = decoded.Diagnostics,
            Unread = decoded.Unread,
        };
    }
}
