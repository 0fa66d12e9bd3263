using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Text;

namespace PolicyGraph.Compliance.Quantities;

/// <summary>Reads the floor area: storeys higher than 8 m count double (land-control rules, GB/T 36132).</summary>
/// <remarks>A height of 8 m exactly does not; nor does an area that the paper has already reckoned up (计容, 已加倍).</remarks>
internal sealed partial class FloorReader(QuantityReader quantities)
{
    private const string Field = "floorArea";
    private const decimal HighStorey = 8m;
    private static readonly string[] Reckoned = ["计容", "加倍", "折算"];

    internal Reading Read()
    {
        var facts = quantities.Facts(Field).ToList();
        var doubled = facts.Where(IsDoubled).ToList();
        if (doubled.Count == 0)
        {
            return quantities.Read(Field, facts, null);
        }

        var reading = quantities.Read(Field, [.. facts.Select(f => doubled.Contains(f) ? f with { Number = f.Number * 2 } : f)], null);
        return reading is Reading.Known { Amount: var amount } && amount.Facts.Any(f => doubled.Exists(d => d.Ordinal == f.Ordinal && d.DocumentId == f.DocumentId))
            ? new Reading.Known(amount with { Text = $"{amount.Text}（层高超过 8 m 的 {string.Join("、", doubled.Select(d => $"{d.Written} {d.Unit}"))} 加倍计）" })
            : reading;
    }

    private static bool IsDoubled(Fact fact)
    {
        var quote = fact.Quote.IndexOf(fact.Written, StringComparison.Ordinal) is > 0 and var at ? fact.Quote[..at] : fact.Quote; // what stands behind the figure is about the next one
        var words = NormalizedText.Fold(fact.Qualifier + " " + quote).Squeeze().Text;
        return fact.Number is not null && !Reckoned.Any(r => words.Contains(r, StringComparison.Ordinal))
            && Height().Match(words) is { Success: true } height && decimal.Parse(height.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) > HighStorey;
    }

    [GeneratedRegex(@"层高(?:为|是|约|:)?(\d{1,3}(?:\.\d{1,3})?)(?:m|米)(?!m)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Height();
}
