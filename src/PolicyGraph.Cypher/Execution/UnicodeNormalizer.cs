using System.Globalization;
using System.Text;

namespace PolicyGraph.Cypher.Execution;

/// <summary>The four Unicode normal forms, from a table of the project's own.</summary>
/// <remarks>
/// A program without culture data (InvariantGlobalization) takes every text for normalised: string.Normalize hands it back unchanged.
/// The table holds what each character is made of and its combining class, as of Unicode 14; Hangul syllables are computed.
/// </remarks>
internal static class UnicodeNormalizer
{
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int FirstTail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Tails = 28;
    private static readonly Lazy<Table> Characters = new(Table.Load);

    /// <summary>Brings a text into a form.</summary>
    /// <param name="text">Any text; half a surrogate pair stays as it is.</param>
    /// <param name="form">The form.</param>
    public static string Normalize(string text, NormalizationForm form)
    {
        if (text.All(c => c < '\u00A0'))
        {
            return text;
        }

        var table = Characters.Value;
        var isCompatible = form is NormalizationForm.FormKC or NormalizationForm.FormKD;
        List<int> points = new(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            Decompose(isPair ? char.ConvertToUtf32(text[i], text[i + 1]) : text[i], isCompatible, table, points);
            i += isPair ? 1 : 0;
        }

        Order(points, table);
        return Written(form is NormalizationForm.FormC or NormalizationForm.FormKC ? Composed(points, table) : points);
    }

    private static void Decompose(int point, bool isCompatible, Table table, List<int> points)
    {
        var syllable = point - FirstSyllable;
        if (syllable is >= 0 and < Leads * Vowels * Tails)
        {
            points.Add(FirstLead + (syllable / (Vowels * Tails)));
            points.Add(FirstVowel + (syllable % (Vowels * Tails) / Tails));
            if (syllable % Tails > 0)
            {
                points.Add(FirstTail + (syllable % Tails));
            }
        }
        else if (table.Parts.TryGetValue(point, out var parts) && (isCompatible || !parts.IsCompatible))
        {
            foreach (var part in parts.Points)
            {
                Decompose(part, isCompatible, table, points);
            }
        }
        else
        {
            points.Add(point);
        }
    }

    // Marks behind a letter go by their class; those of one class keep their order.
    private static void Order(List<int> points, Table table)
    {
        for (var start = 0; start < points.Count; start++)
        {
            var end = start;
            while (end < points.Count && table.ClassOf(points[end]) > 0)
            {
                end++;
            }

            List<int> marks = [.. points.GetRange(start, end - start).OrderBy(table.ClassOf)];
            for (var i = 0; i < marks.Count; i++)
            {
                points[start + i] = marks[i];
            }

            start = end;
        }
    }

    private static List<int> Composed(List<int> points, Table table)
    {
        List<int> result = new(points.Count);
        var starter = -1;
        var last = -1;
        foreach (var point in points)
        {
            var rank = table.ClassOf(point);
            // What stands between two characters keeps them apart when its class is not lower.
            if (starter >= 0 && (last < rank || last < 0) && Pair(result[starter], point, table) is { } both)
            {
                result[starter] = both;
                continue;
            }

            starter = rank == 0 ? result.Count : starter;
            last = rank == 0 ? -1 : rank;
            result.Add(point);
        }

        return result;
    }

    private static int? Pair(int first, int second, Table table)
    {
        var (lead, vowel) = (first - FirstLead, second - FirstVowel);
        if (lead is >= 0 and < Leads && vowel is >= 0 and < Vowels)
        {
            return FirstSyllable + (((lead * Vowels) + vowel) * Tails);
        }

        var (syllable, tail) = (first - FirstSyllable, second - FirstTail);
        return syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && tail is > 0 and < Tails ? first + tail
            : table.Pairs.TryGetValue((first, second), out var both) ? both : null;
    }

    private static string Written(List<int> points)
    {
        var text = new StringBuilder(points.Count);
        foreach (var point in points)
        {
            _ = point > char.MaxValue ? text.Append(char.ConvertFromUtf32(point)) : text.Append((char)point);
        }

        return text.ToString();
    }

    /// <summary>What characters are made of; a part that only looks alike makes it compatible and no more.</summary>
    private sealed record Parts(bool IsCompatible, int[] Points);

    /// <summary>The characters that are more than themselves.</summary>
    private sealed class Table
    {
        public Dictionary<int, Parts> Parts { get; } = new(6000);

        public Dictionary<(int First, int Second), int> Pairs { get; } = new(1000);

        private Dictionary<int, int> Classes { get; } = new(1000);

        public int ClassOf(int point) => point < 0x300 ? 0 : Classes.GetValueOrDefault(point);

        /// <summary>Reads lines such as <c>C0=41 300</c>: = joins again, ! does not, ~ is only alike, :230 is a combining class.</summary>
        public static Table Load()
        {
            var table = new Table();
            // The table is part of the assembly.
            using var stream = typeof(Table).Assembly.GetManifestResourceStream("PolicyGraph.Cypher.Execution.UnicodeDecompositions.txt")!;
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                var sign = line.AsSpan().IndexOfAny("=!~");
                var head = sign < 0 ? line : line[..sign];
                var colon = head.IndexOf(':', StringComparison.Ordinal);
                var point = Hex(colon < 0 ? head : head[..colon]);
                if (colon >= 0)
                {
                    table.Classes[point] = int.Parse(head.AsSpan(colon + 1), CultureInfo.InvariantCulture);
                }

                if (sign >= 0)
                {
                    int[] points = [.. line[(sign + 1)..].Split(' ').Select(p => Hex(p))];
                    table.Parts[point] = new Parts(line[sign] == '~', points);
                    if (line[sign] == '=')
                    {
                        table.Pairs[(points[0], points[1])] = point;
                    }
                }
            }

            return table;
        }

        private static int Hex(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
    }
}
