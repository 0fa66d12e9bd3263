using System.Globalization;
using PolicyGraph.Tracing.Facts;

namespace PolicyGraph.Tracing.Linking;

/// <summary>Values in Chinese words, for reasons.</summary>
internal static class ValueWords
{
    /// <summary>13.5%, 不低于 95%, 10–20项.</summary>
    public static string Of(TargetFacts target)
    {
        var lead = target.Comparator switch { ">=" => "不低于", "<=" => "不高于", "about" => "约", _ => string.Empty };
        var yearly = target.Basis == "annual" ? "年均" : string.Empty;
        var verb = target.Change switch { "fall" => "下降", "rise" => target.Measure.IsCount ? "新增" : "提高", _ => string.Empty };
        return $"{yearly}{verb}{lead}{Number(target.Value)}{(target.ValueMax is { } max ? "–" + Number(max) : string.Empty)}{target.Unit}";
    }

    /// <summary>What kind of value it is.</summary>
    public static string Change(TargetFacts target) => target.Change switch
    {
        "fall" => "下降幅度",
        "rise" => target.Measure.IsCount ? "新增数" : "提高幅度",
        _ => target.Measure.IsCount ? "目标数量" : "目标水平",
    };

    /// <summary>A number without trailing zeros.</summary>
    public static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
