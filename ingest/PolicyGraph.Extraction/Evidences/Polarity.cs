using System.Text.RegularExpressions;

namespace PolicyGraph.Extraction.Evidences;

/// <summary>Decides whether a clause says that something happened or that it did not.</summary>
internal static partial class Polarity
{
    /// <summary>Reads one clause about an item.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="item">Where the item stands.</param>
    /// <returns><c>none</c>, <c>occurred</c>, or null when the clause merely mentions it.</returns>
    public static string? OfClause(string clause, int item)
    {
        if (Hypothetical().IsMatch(clause))
        {
            return null;
        }

        var before = clause[..item];
        if (Denial().IsMatch(before) || DenialAfter().IsMatch(clause[item..]))
        {
            return "none";
        }

        return Assertion().IsMatch(before) || AssertionAfter().IsMatch(clause[item..]) ? "occurred" : null;
    }

    /// <summary>Whether a clause speaks of what might happen, or must not.</summary>
    public static bool IsHypothetical(string clause) => Hypothetical().IsMatch(clause);

    /// <summary>Reads the value beside a label: 无, 无记录, 未列入, 0条; 1条, 有, 列入.</summary>
    public static string? OfValue(string value)
    {
        var words = value.Trim('。', ';', ',', ' ');
        if (NoneValue().IsMatch(words) || (NoFurther().IsMatch(words) && !Decided().IsMatch(words)))
        {
            return "none";
        }

        return OccurredValue().IsMatch(words) ? "occurred" : null;
    }

    [GeneratedRegex("如有|如发生|如出现|若有|若发生|若出现|一旦|防止|避免|预防|防范|杜绝|今后|预案|确保不|保证不|承诺不|如因|若因|绝不|将不", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Hypothetical();

    [GeneratedRegex("未|没有|无(?!锡|菌|尘|机|缝|线|纺)|不存在|从无|不涉及|不属于|不在|谈不上|无从谈起|不曾", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Denial();

    [GeneratedRegex("^.{0,24}?(?:未列入|未被|未发生|未查询到|未发现|不存在|无记录|没有|为零|为无|(?<!\\d)0(?:条|起|次|件|例|宗|项)|零(?:起|条|发生|事故|记录)|:无|均无|记录无|情况无)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex DenialAfter();

    [GeneratedRegex("发生|存在|曾|被列入|列入|列为|受到|受过|被处|有(?!限|关)|因|出现|造成|涉及|查实|纳入|被", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Assertion();

    [GeneratedRegex("^.{0,24}?(?:(?<!\\d)[1-9]\\d*(?:条|起|次|件|例|宗|项)|[一二三四五六七八九两](?:条|起|次|件|例|宗|项)|发生|发现|存在|被查处|被处罚|决定书)|^.{0,4}移出", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex AssertionAfter();

    [GeneratedRegex("^(?:无|暂无|没有|未|不存在|0$|0(?:条|起|次|件|例|宗|项|\\s)|零|否|不是|不涉及|查无|经查询?,?(?:无|未|没有)|记录为?(?:0|无))", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NoneValue();

    // 2023年4月至今期间无其他行政处罚记录
    [GeneratedRegex("(?:期间|以来|至今|均|查询)[^。;]{0,4}(?:无|未(?!移出|移除|整改|履行|修复|完成|缴纳))|无(?:其他|其它|任何|相关|上述)?[^,。;]{0,10}(?:记录|处罚|信息)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex NoFurther();

    [GeneratedRegex("决定书|罚款|罚[〔\\[(]|作出|没收|责令", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Decided();

    [GeneratedRegex("^(?:有|存在|是$|列入|已列入|被列入|曾|发生|共?[1-9]\\d*\\s?(?:条|起|次|件|例|宗|项|$)|共?[一二三四五六七八九两](?:条|起|次|件)|(?:19|20)\\d\\d)|处罚决定|罚款|列入|移出", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex OccurredValue();
}
