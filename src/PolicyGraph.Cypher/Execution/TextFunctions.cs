using System.Text;
using PolicyGraph.Cypher.Semantics;
using PolicyGraph.Graph;

namespace PolicyGraph.Cypher.Execution;

/// <summary>Functions of strings, counted in characters (code points) as Neo4j does; only split by nothing takes UTF-16 code units apart.</summary>
internal static class TextFunctions
{
    private const ValueKinds S = ValueKinds.String;
    private static readonly Func<ValueShape[], ValueShape> Text = _ => ValueShape.String;

    public static IEnumerable<Function> All =>
    [
        new("toString", 1, 1, (a, _) => Conversions.ToStringOrNull(a[0]) is StringValue s ? s : throw Function.Mismatch("toString", a[0], "数字、布尔值、字符串、时间或点")) { Kinds = [ValueKinds.Any & ~(ValueKinds.List | ValueKinds.Map | ValueKinds.Entity | ValueKinds.Path)], Shape = Text },
        new("toStringOrNull", 1, 1, (a, _) => Conversions.ToStringOrNull(a[0])) { Shape = Text },
        new("toUpper", 1, 1, (a, _) => Upper(Of("toUpper", a[0]))) { Kinds = [S], Shape = Text },
        new("upper", 1, 1, (a, _) => Upper(Of("upper", a[0]))) { Kinds = [S], Shape = Text },
        new("toLower", 1, 1, (a, _) => Lower(Of("toLower", a[0]))) { Kinds = [S], Shape = Text },
        new("lower", 1, 1, (a, _) => Lower(Of("lower", a[0]))) { Kinds = [S], Shape = Text },
        new("trim", 1, 2, (a, _) => Trim("trim", a.Length == 1 ? a : [a[1], a[0]], true, true)) { Kinds = [S], Shape = Text },
        new("TRIM BOTH", 2, 2, (a, _) => Trim("trim", [a[0], OneCharacter(a[1])], true, true)) { Kinds = [S, S], Shape = Text },
        new("TRIM LEADING", 2, 2, (a, _) => Trim("trim", [a[0], OneCharacter(a[1])], true, false)) { Kinds = [S, S], Shape = Text },
        new("TRIM TRAILING", 2, 2, (a, _) => Trim("trim", [a[0], OneCharacter(a[1])], false, true)) { Kinds = [S, S], Shape = Text },
        new("btrim", 1, 2, (a, _) => Trim("btrim", a, true, true)) { Kinds = [S], Shape = Text },
        new("ltrim", 1, 2, (a, _) => Trim("ltrim", a, true, false)) { Kinds = [S], Shape = Text },
        new("rtrim", 1, 2, (a, _) => Trim("rtrim", a, false, true)) { Kinds = [S], Shape = Text },
        new("replace", 3, 3, (a, c) => Replace(RequireRoom(a, c))) { Kinds = [S, S, S], Shape = Text },
        new("split", 2, 2, (a, c) => Split(RequireRoom(Of("split", a[0]), c), a[1])) { Kinds = [S, S | ValueKinds.List], Shape = _ => ValueShape.String.AsList() },
        new("substring", 2, 3, (a, _) => Substring(a)) { Kinds = [S, ValueKinds.Integer], Shape = Text },
        new("left", 2, 2, (a, _) => Of("left", a[0]) is var t ? t[..Offset(t, t.Length == 0 ? 0 : Count("left", a[1]))] : t) { Kinds = [S, ValueKinds.Integer], Shape = Text },
        new("right", 2, 2, (a, _) => Of("right", a[0]) is var t && Count("right", a[1]) is var n ? t[Offset(t, Math.Max(0, Length(t) - n))..] : t) { Kinds = [S, ValueKinds.Integer], Shape = Text },
        new("char_length", 1, 1, (a, _) => Length(Of("char_length", a[0]))) { Kinds = [S], Shape = _ => ValueShape.Integer },
        new("character_length", 1, 1, (a, _) => Length(Of("character_length", a[0]))) { Kinds = [S], Shape = _ => ValueShape.Integer },
        new("IS NORMALIZED", 2, 2, (a, _) => a[0] is StringValue s ? Normalize(s.Value, a) == s.Value : GraphValue.Null) { Shape = _ => ValueShape.Boolean },
        new("IS NOT NORMALIZED", 2, 2, (a, _) => a[0] is StringValue s ? Normalize(s.Value, a) != s.Value : GraphValue.Null) { Shape = _ => ValueShape.Boolean },
        new("normalize", 1, 2, (a, c) => Normalize(RequireRoom(Of("normalize", a[0]), c), a)) { Kinds = [S], Shape = Text },
    ];

    /// <summary>Length in characters: a surrogate pair is one.</summary>
    public static long Length(string text)
    {
        long pairs = 0;
        for (var i = FirstPair(text); i >= 0 && i < text.Length - 1; i++)
        {
            if (char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]))
            {
                pairs++;
                i++;
            }
        }

        return text.Length - pairs;
    }

    private static int FirstPair(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF');

    // Where the character of this number begins; the end of the text where there are fewer.
    private static int Offset(string text, long characters)
    {
        if (FirstPair(text) < 0)
        {
            return (int)Math.Min(characters, text.Length);
        }

        var at = 0;
        for (; characters > 0 && at < text.Length; characters--)
        {
            at += char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        }

        return at;
    }

    public static string Reverse(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (i > 0 && char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]))
            {
                result.Append(text[--i]).Append(text[i + 1]);
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private const int Small = 1 << 16;

    // At worst every character is replaced.
    private static GraphValue[] RequireRoom(GraphValue[] arguments, RunContext context)
    {
        if (arguments is [StringValue { Value: var text }, StringValue { Value: var search }, StringValue { Value: var with }, ..] && (long)text.Length * with.Length > Small)
        {
            long found = 0;
            for (var i = search.Length == 0 ? -1 : text.IndexOf(search, StringComparison.Ordinal); i >= 0; i = text.IndexOf(search, i + search.Length, StringComparison.Ordinal))
            {
                found++;
            }

            context.RequireRoom(2 * (text.Length + ((search.Length == 0 ? text.Length + 1L : found) * with.Length)));
        }

        return arguments;
    }

    // At worst every character is a part.
    private static string RequireRoom(string text, RunContext context)
    {
        if (text.Length > Small)
        {
            context.RequireRoom(72L * text.Length);
        }

        return text;
    }

    // The characters whose other case has more than one of them.
    private static string Upper(string text) => text.ToUpperInvariant().Replace("ß", "SS", StringComparison.Ordinal).Replace("ﬁ", "FI", StringComparison.Ordinal).Replace("ﬂ", "FL", StringComparison.Ordinal).Replace("ŉ", "ʼN", StringComparison.Ordinal);

    private static string Lower(string text) => text.Replace("İ", "i\u0307", StringComparison.Ordinal).ToLowerInvariant();

    private static string Of(string name, GraphValue value) => value is StringValue s ? s.Value : throw Function.Mismatch(name, value, "字符串");

    private static long Count(string name, GraphValue value) => value is not (IntegerValue or FloatValue) ? throw Function.Mismatch(name, value, "整数")
        : Conversions.ToWhole(value) is >= 0 and var n ? n : throw CypherFault.Argument($"函数 {name} 的长度不能是负数，这里是 {Conversions.ToWhole(value)}。");

    private static string Trim(string name, GraphValue[] a, bool start, bool end)
    {
        var text = Of(name, a[0]);
        var characters = a.Length > 1 ? Of(name, a[1]) : null;
        var (from, to) = (0, text.Length);
        while (start && from < to && IsTrimmed(text[from]))
        {
            from++;
        }

        while (end && to > from && IsTrimmed(text[to - 1]))
        {
            to--;
        }

        return text[from..to];

        // Java's white space: no space that does not break, but the separators of files and groups.
        bool IsTrimmed(char c) => characters is null ? (char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u2007' or '\u202F' or '\u0085')) || c is >= '\u001C' and <= '\u001F' : characters.Contains(c, StringComparison.Ordinal);
    }

    private static GraphValue OneCharacter(GraphValue value) => value is StringValue { Value.Length: not 1 } ? throw CypherFault.Argument("trim 要去掉的应当恰好是一个字符；多个字符请用 btrim、ltrim 或 rtrim。", "InvalidArgumentValue") : value;

    private static string Replace(GraphValue[] a)
    {
        var (text, search, with) = (Of("replace", a[0]), Of("replace", a[1]), Of("replace", a[2]));
        if (search.Length > 0)
        {
            return text.Replace(search, with, StringComparison.Ordinal);
        }

        return with + string.Concat(text.Select(c => c + with));
    }

    private static ListValue Split(string text, GraphValue by)
    {
        string[] separators = [.. by is ListValue l ? l.Values.Select(v => Of("split", v)) : [Of("split", by)]];
        if (separators.Any(s => s.Length == 0))
        {
            return new ListValue(text.Length == 0 ? [string.Empty] : [.. text.Select(c => (GraphValue)c.ToString())]);
        }

        return new ListValue([.. text.Split(separators, StringSplitOptions.None).Select(p => (GraphValue)p)]);
    }

    private static string Substring(GraphValue[] a)
    {
        var text = Of("substring", a[0]);
        var start = Count("substring", a[1]);
        var length = a.Length > 2 ? Count("substring", a[2]) : long.MaxValue;
        var rest = text[Offset(text, start)..];
        return rest[..Offset(rest, length)];
    }

    private static string Normalize(string text, GraphValue[] a)
    {
        var form = a.Length < 2 ? "NFC" : Of("normalize", a[1]).ToUpperInvariant();
        return UnicodeNormalizer.Normalize(text, form switch
        {
            "NFC" => NormalizationForm.FormC,
            "NFD" => NormalizationForm.FormD,
            "NFKC" => NormalizationForm.FormKC,
            "NFKD" => NormalizationForm.FormKD,
            _ => throw CypherFault.Argument($"normalize 的形式只能是 NFC、NFD、NFKC、NFKD，这里是 {form}。", "InvalidArgumentValue"),
        });
    }
}
