using PolicyGraph.Readers.Pdf.Layer;

namespace PolicyGraph.Readers.Pdf.Tables;

/// <summary>Ruling lines tidied: what was drawn in pieces or twice is one line.</summary>
internal static class Segments
{
    /// <summary>Points within which lines are at one place.</summary>
    public const double Near = 3;

    // Shorter ones belong to signs and drawings.
    private const double Shortest = 8;

    /// <summary>The lines of one direction, joined.</summary>
    public static List<Ruling> Joined(IEnumerable<Ruling> rulings, bool horizontal)
    {
        var joined = new List<Ruling>();
        foreach (var ruling in rulings.Where(ruling => ruling.IsHorizontal == horizontal).OrderBy(ruling => Math.Round(ruling.At / 2)).ThenBy(ruling => ruling.From))
        {
            var index = joined.FindLastIndex(other =>
                Math.Abs(other.At - ruling.At) <= 1.6 && ruling.From <= other.To + Near && other.From <= ruling.To + Near);
            if (index < 0)
            {
                joined.Add(ruling);
            }
            else
            {
                joined[index] = joined[index] with { From = Math.Min(joined[index].From, ruling.From), To = Math.Max(joined[index].To, ruling.To) };
            }
        }

        return [.. joined.Where(ruling => ruling.To - ruling.From >= Shortest)];
    }

    /// <summary>Lines that meet, group by group: each group may be a table.</summary>
    public static IEnumerable<(List<Ruling> Horizontal, List<Ruling> Vertical)> Groups(List<Ruling> horizontal, List<Ruling> vertical)
    {
        var owner = Enumerable.Range(0, horizontal.Count + vertical.Count).ToArray();
        for (var h = 0; h < horizontal.Count; h++)
        {
            for (var v = 0; v < vertical.Count; v++)
            {
                if (Meet(horizontal[h], vertical[v]))
                {
                    owner[Root(owner, h)] = Root(owner, horizontal.Count + v);
                }
            }
        }

        return Enumerable.Range(0, owner.Length).GroupBy(i => Root(owner, i)).Select(group => (
            group.Where(i => i < horizontal.Count).Select(i => horizontal[i]).ToList(),
            group.Where(i => i >= horizontal.Count).Select(i => vertical[i - horizontal.Count]).ToList()));
    }

    /// <summary>Places within <see cref="Near"/> of each other as one.</summary>
    public static List<double> Places(IEnumerable<double> places)
    {
        var kept = new List<double>();
        foreach (var place in places.Order())
        {
            if (kept.Count == 0 || place - kept[^1] > Near)
            {
                kept.Add(place);
            }
        }

        return kept;
    }

    private static bool Meet(Ruling h, Ruling v) =>
        h.At >= v.From - Near && h.At <= v.To + Near && v.At >= h.From - Near && v.At <= h.To + Near;

    private static int Root(int[] owner, int i)
    {
        while (owner[i] != i)
        {
            i = owner[i] = owner[owner[i]];
        }

        return i;
    }
}
