using PolicyGraph.Text;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Finds the fields of one name that overlap a span, without looking at all the others of the paper.</summary>
/// <remarks>Each field lies in the buckets that its span touches; a paper's fields are short and spread, so a look-up meets a handful.</remarks>
internal sealed class SpanIndex
{
    private const int BucketLength = 64;

    private readonly Dictionary<(string Name, int Bucket), List<EvidenceField>> buckets = [];

    public void Add(EvidenceField field)
    {
        for (var bucket = First(field.Span); bucket <= Last(field.Span); bucket++)
        {
            if (!buckets.TryGetValue((field.Name, bucket), out var fields))
            {
                buckets.Add((field.Name, bucket), fields = []);
            }

            fields.Add(field);
        }
    }

    /// <summary>Whether a field of this name in the buckets of the span passes the test; the test itself compares the spans.</summary>
    public bool Exists(string name, TextSpan span, Predicate<EvidenceField> test)
    {
        for (var bucket = First(span); bucket <= Last(span); bucket++)
        {
            if (buckets.TryGetValue((name, bucket), out var fields) && fields.Exists(test))
            {
                return true;
            }
        }

        return false;
    }

    private static int First(TextSpan span) => span.Start / BucketLength;

    private static int Last(TextSpan span) => Math.Max(span.Start, span.End - 1) / BucketLength;
}
