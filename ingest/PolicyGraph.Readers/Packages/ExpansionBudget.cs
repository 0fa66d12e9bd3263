namespace PolicyGraph.Readers.Packages;

/// <summary>What may still be expanded out of one file, over all its parts.</summary>
internal sealed class ExpansionBudget(ReaderOptions options)
{
    private const long RatioFrom = 8L << 20;
    private long total;

    /// <summary>Refuses a part by what it says of itself, before it is opened.</summary>
    public void Foresee(string part, long expanded, long packed) => Check(part, expanded, packed, total + expanded);

    /// <summary>Counts bytes that really came out of a part.</summary>
    /// <param name="part">Its name.</param>
    /// <param name="bytes">That came just now.</param>
    /// <param name="expanded">That came so far.</param>
    /// <param name="packed">Its packed size.</param>
    public void Spend(string part, int bytes, long expanded, long packed)
    {
        total += bytes;
        Check(part, expanded, packed, total);
    }

    private void Check(string part, long expanded, long packed, long all)
    {
        if (expanded > options.MaxPartBytes)
        {
            throw Refusal.ExpandsTooFar(part, Refusal.Megabytes(options.MaxPartBytes));
        }

        if (all > options.MaxExpandedBytes)
        {
            throw Refusal.ExpandsTooFar(part, $"合计 {Refusal.Megabytes(options.MaxExpandedBytes)}");
        }

        if (expanded > RatioFrom && expanded / Math.Max(packed, 1) > options.MaxCompressionRatio)
        {
            throw Refusal.ExpandsTooFar(part, $"压缩比 {options.MaxCompressionRatio}");
        }
    }
}
