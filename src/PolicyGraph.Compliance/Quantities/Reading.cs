using PolicyGraph.Compliance.Facts;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>What the papers say about one quantity: a closed family of five.</summary>
internal abstract record Reading
{
    private Reading()
    {
    }

    /// <summary>They agree on an amount.</summary>
    internal sealed record Known(Amount Amount) : Reading;

    /// <summary>Usable values conflict, or a total is refuted by its parts.</summary>
    internal sealed record Clash(string Reason, IReadOnlyList<Fact> Facts) : Reading;

    /// <summary>There are values, but none that may be used.</summary>
    internal sealed record Unfit(string Reason, IReadOnlyList<Fact> Facts) : Reading;

    /// <summary>No paper speaks of it.</summary>
    internal sealed record Absent(string Field, string Reason) : Reading;

    /// <summary>Papers speak of several kinds of it, and nobody says which one is asked for.</summary>
    internal sealed record Undivided(string Field, string Reason) : Reading;
}

/// <summary>An amount in the canonical unit of its dimension.</summary>
/// <param name="Low">The value, or the lower end where a coefficient is a range.</param>
/// <param name="High">The value, or the upper end.</param>
/// <param name="Quantum">The written precision: one unit of the last place.</param>
/// <param name="Text">How arithmetic prints it: as written with its unit.</param>
/// <param name="Facts">What it rests on.</param>
internal sealed record Amount(decimal Low, decimal High, decimal Quantum, string Text, IReadOnlyList<Fact> Facts)
{
    internal bool IsExact => Low == High;

    /// <summary>Whether two amounts are equal after rounding to the coarser of their written precisions.</summary>
    internal bool Agrees(Amount other, decimal slack = 0)
    {
        var half = (Math.Max(Quantum, other.Quantum) / 2) + slack;
        return Low - other.High <= half && other.Low - High <= half;
    }

    /// <summary>Whether all amounts, or any of them (rows beside their subtotals), add up to a total; at most 16 are tried.</summary>
    internal static bool AddUp(IReadOnlyList<Amount> parts, Amount total)
    {
        var slack = parts.Sum(p => p.Quantum) / 2;
        for (var set = (1 << Math.Min(parts.Count, 16)) - 1; set > 0; set--)
        {
            var sum = 0m;
            for (var i = 0; i < parts.Count; i++)
            {
                sum += (set & (1 << i)) != 0 ? parts[i].Low : 0;
            }

            if (Math.Abs(sum - total.Low) <= slack + (total.Quantum / 2))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Sum of amounts, as arithmetic prints it.</summary>
    internal static Amount Sum(IReadOnlyList<Amount> amounts) => amounts.Count == 1 ? amounts[0] : new Amount(
        amounts.Sum(a => a.Low), amounts.Sum(a => a.High), amounts.Max(a => a.Quantum), $"({string.Join(" + ", amounts.Select(a => a.Text))})", [.. amounts.SelectMany(a => a.Facts).Distinct()]);
}
