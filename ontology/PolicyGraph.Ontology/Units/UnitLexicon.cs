using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using PolicyGraph.Ontology.Yaml;
using PolicyGraph.Text;

namespace PolicyGraph.Ontology.Units;

/// <summary>The units that are known (<c>lexicon/units.yaml</c>), and conversion between those of one dimension.</summary>
/// <remarks>Coefficients (a tonne of diesel to standard coal) are no units and stand with the energies.</remarks>
public sealed class UnitLexicon
{
    private static readonly (string Prefix, decimal Factor)[] Magnitudes =
    [
        ("10⁸", 100_000_000m), ("10⁶", 1_000_000m), ("10⁴", 10_000m), ("10³", 1_000m), ("10^8", 100_000_000m), ("10^6", 1_000_000m), ("10^4", 10_000m), ("10^3", 1_000m),
        ("万亿", 1_000_000_000_000m), ("千亿", 100_000_000_000m), ("百亿", 10_000_000_000m), ("十亿", 1_000_000_000m), ("亿", 100_000_000m),
        ("千万", 10_000_000m), ("百万", 1_000_000m), ("十万", 100_000m), ("万", 10_000m), ("千", 1_000m), ("百", 100m),
    ];

    private const int MostParsed = 4096;

    private readonly ConcurrentDictionary<string, Unit?> parsed = new(StringComparer.Ordinal); // the same few units are asked for again and again
    private readonly Dictionary<string, Unit> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Unit?> folded = new(StringComparer.OrdinalIgnoreCase);

    private UnitLexicon()
    {
    }

    /// <summary>Reads <c>lexicon/units.yaml</c>.</summary>
    /// <exception cref="YamlException">A fault, with file and line.</exception>
    public static UnitLexicon Load(YamlMapping file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var lexicon = new UnitLexicon();
        file.Allow("dimensions", "counted");
        foreach (var (dimension, node) in file.Get("dimensions").AsMapping().Entries)
        {
            var body = node.AsMapping().Allow("canonical", "units");
            var canonical = body.Get("canonical").AsText();
            foreach (var item in body.Get("units").AsList().Items)
            {
                var unit = item.AsMapping().Allow("names", "factor");
                var factor = unit.Get("factor").AsDecimal();
                if (factor <= 0)
                {
                    throw unit.FaultAt("factor", "factor 应大于 0");
                }

                foreach (var name in unit.Texts("names"))
                {
                    lexicon.Add(unit, name, new Unit(dimension, canonical, factor));
                }
            }
        }

        foreach (var name in file.Texts("counted"))
        {
            lexicon.Add(file, name, new Unit($"count:{name}", name, 1));
        }

        return lexicon;
    }

    /// <summary>Understands a unit as written: 千克标准煤/吨, kgce/t, 万千瓦时, m³/万元.</summary>
    /// <param name="written">The unit alone; full width, white space and enclosing brackets do not matter.</param>
    /// <param name="unit">The unit; null when the method returns false.</param>
    /// <returns>False for a unit that is not known.</returns>
    public bool TryParse(string? written, [NotNullWhen(true)] out Unit? unit)
    {
        unit = null;
        if (string.IsNullOrWhiteSpace(written) || written.Length > 40)
        {
            return false;
        }

        if (parsed.TryGetValue(written, out unit))
        {
            return unit is not null;
        }

        unit = Parse(written);
        if (parsed.Count < MostParsed)
        {
            parsed.TryAdd(written, unit);
        }

        return unit is not null;
    }

    private Unit? Parse(string written)
    {
        var whole = NormalizedText.Fold(written).Squeeze().Text;
        var name = whole.Trim('(', ')', '[', ']');
        if (TryParseSimple(name, out var unit))
        {
            return unit;
        }

        if (whole.EndsWith(')') && whole.IndexOf('(', StringComparison.Ordinal) is var open and > 0 && TryParseSimple(whole[..open], out var outer))
        {
            var inner = whole[(open + 1)..^1]; // hm²(公顷): the same in other words; m³(标态): the state in which it is measured
            return TryParseSimple(inner, out var other) ? (other == outer ? outer : null) : inner is "标态" or "标况" or "干基" or "湿基" or "实物量" ? outer : null;
        }

        var slash = name.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TryParseSimple(name[..slash].Trim('(', ')'), out var numerator) && TryParseSimple(name[(slash + 1)..].Trim('(', ')'), out var denominator)
            ? numerator.Per(denominator)
            : null;
    }

    /// <summary>Converts a value between two units of one dimension.</summary>
    /// <param name="value">The value in <paramref name="from"/>.</param>
    /// <param name="from">Unit as written.</param>
    /// <param name="to">Unit as written.</param>
    /// <param name="result">The value in <paramref name="to"/>; 0 when the method returns false.</param>
    /// <returns>False when a unit is not known, the dimensions differ, or the result does not fit a decimal.</returns>
    public bool TryConvert(decimal value, string? from, string? to, out decimal result)
    {
        result = 0;
        if (!TryParse(from, out var source) || !TryParse(to, out var target) || !string.Equals(source.Dimension, target.Dimension, StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            result = value * source.Factor / target.Factor;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>The value in the canonical unit of its dimension.</summary>
    /// <returns>False when the unit is not known or the result does not fit a decimal.</returns>
    public bool TryCanonical(decimal value, string? written, out decimal canonicalValue, [NotNullWhen(true)] out string? canonicalUnit)
    {
        canonicalValue = 0;
        canonicalUnit = null;
        if (!TryParse(written, out var unit))
        {
            return false;
        }

        try
        {
            canonicalValue = value * unit.Factor;
            canonicalUnit = unit.Canonical;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private void Add(YamlMapping at, string name, Unit unit)
    {
        var key = NormalizedText.Fold(name).Squeeze().Text;
        if (!exact.TryAdd(key, unit))
        {
            throw at.Fault($"单位“{name}”重复");
        }

        folded[key] = folded.ContainsKey(key) ? null : unit; // two units that differ by case alone: neither may be guessed
    }

    private bool TryParseSimple(string name, [NotNullWhen(true)] out Unit? unit)
    {
        if (TryFind(name, out unit))
        {
            return true;
        }

        foreach (var (prefix, factor) in Magnitudes)
        {
            if (name.StartsWith(prefix, StringComparison.Ordinal) && TryFind(name[prefix.Length..], out var plain))
            {
                unit = plain with { Factor = plain.Factor * factor };
                return true;
            }
        }

        return false;
    }

    private bool TryFind(string name, [NotNullWhen(true)] out Unit? unit) =>
        exact.TryGetValue(name, out unit) || (folded.TryGetValue(name, out unit) && unit is not null);
}
