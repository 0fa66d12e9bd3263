using PolicyGraph.Compliance.Evidence;
using PolicyGraph.Compliance.Facts;
using PolicyGraph.Ontology.Standards;

namespace PolicyGraph.Compliance.Verdicts;

/// <summary>Judges duties, plan and targets by what management papers say.</summary>
internal sealed class DutiesJudge(Dossier dossier)
{
    internal Judgement Judge(DutiesRule rule, CriterionFacts criterion) => Judgement.All([.. rule.Parts.Select(p => JudgePart(rule, p, criterion))]);

    private Judgement JudgePart(DutiesRule rule, DutyPart part, CriterionFacts criterion)
    {
        var good = new List<Fact>();
        var unusable = new List<(Fact Fact, string Why)>();
        foreach (var fact in dossier.Stated(part.Field).Where(f => rule.From.Contains(dossier.File(f).Type)))
        {
            if ((dossier.Subject.Fault(dossier.File(fact), fact) ?? Fault(part.Test, fact)) is { } why)
            {
                unusable.Add((fact, why));
            }
            else
            {
                good.Add(fact);
            }
        }

        if (good.Count > 0)
        {
            return new Judgement(Verdict.Met, $"{part.Title}：见“{dossier.Name(good[0])}”") { Rests = [.. good.Take(3)] };
        }

        if (unusable.Exists(u => dossier.Subject.Fault(dossier.File(u.Fact), u.Fact) is null))
        {
            unusable.RemoveAll(u => dossier.Subject.Fault(dossier.File(u.Fact), u.Fact) is not null); // another company's paper tells nothing beside one of our own
        }

        if (part.Test == "target" && unusable.Find(u => u.Fact.Number is null && Years(u.Fact) is { } years && years.First <= dossier.Year && years.Last >= dossier.Year) is { Fact: not null } vague)
        {
            unusable.RemoveAll(u => u != vague); // the paper that should give the figures of the year
        }

        return unusable.Count > 0
            ? new Judgement(Verdict.DefectiveEvidence, $"{part.Title}：“{dossier.Name(unusable[0].Fact)}”不能采用，{unusable[0].Why}") { Rests = [.. unusable.Select(u => u.Fact)] }
            : Judgement.Insufficient($"{part.Title}：没有文件写明", "document", criterion.MainNeed, $"缺少写明“{part.Title}”的文件，请补交：{criterion.Asks}");
    }

    private string? Fault(string test, Fact fact) => test switch
    {
        "present" => null,
        "plan" => Years(fact) is { } plan && (plan.Last < dossier.Year || plan.First > dossier.AsOf.Year) ? $"规划期 {plan.First} 至 {plan.Last} 年，不覆盖评价年 {dossier.Year}" : null,
        "target" => Years(fact) is { } target && (dossier.Year < target.First || dossier.Year > target.Last)
            ? $"目标属于 {(target.First == target.Last ? $"{target.First}" : $"{target.First} 至 {target.Last}")} 年，不是评价年 {dossier.Year}"
            : Years(fact) is null ? "没有写明目标属于哪一年" : HasFigure(fact) ? null : "目标没有量化",
        _ => throw new InvalidDataException($"图中的准则检验“{test}”不认识，请用 policygraph rebuild 重新装载本体"),
    };

    private static (int First, int Last)? Years(Fact fact)
    {
        if (fact is { PeriodStart: { } from, PeriodEnd: { } to })
        {
            return (from.Year, to.Year);
        }

        var years = WrittenYears(fact.Quote).ToList();
        return years.Count == 0 ? null : (years.Min(), years.Max());
    }

    private static IEnumerable<int> WrittenYears(string text)
    {
        for (var i = 0; i + 4 <= text.Length; i++)
        {
            if ((i == 0 || !char.IsAsciiDigit(text[i - 1])) && (i + 4 == text.Length || !char.IsAsciiDigit(text[i + 4])) && int.TryParse(text.AsSpan(i, 4), System.Globalization.NumberStyles.None, null, out var year) && year is > 1990 and < 2100)
            {
                yield return year;
            }
        }
    }

    /// <summary>Whether a figure stands beside the years and days: 不高于210 kgce/t, 下降3%.</summary>
    private static bool HasFigure(Fact fact)
    {
        if (fact.Number is not null)
        {
            return true;
        }

        var text = fact.Quote;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var end = i;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
            {
                end++;
            }

            var next = end < text.Length ? text[end] : '\0';
            var isYear = end - i == 4 && int.TryParse(text.AsSpan(i, 4), out var year) && year is > 1990 and < 2100 && (next is '年' or '-' or '—' or '～' or '~' or '至' or '/' or '\0');
            if (!isYear && next is not ('年' or '月' or '日' or '条' or '号' or '）' or ')' or '、'))
            {
                return true;
            }

            i = end;
        }

        return false;
    }
}
