namespace PolicyGraph.Ontology.Yaml;

/// <summary>What the YAML library complains of, as a Chinese sentence that says what to do.</summary>
/// <remarks>The library's own words are matched by a part of them, the more telling parts first; what no part matches gets the last sentence, so that a newer library never shows its English.</remarks>
internal static class YamlWording
{
    private static readonly (string Part, string Sentence)[] Sentences =
    [
        ("tab", "缩进用了制表符（Tab），请改用空格"),
        ("wrong indentation", "引号里的文字换行后缩进不对，多半是前面的引号没有闭合"),
        ("unexpected end of stream", "文件到此结束而引号没有闭合"),
        ("unexpected document indicator", "引号没有闭合就遇到了 --- 或 ..."),
        ("unknown escape", "双引号里的反斜杠后面是不认识的字符；要写反斜杠本身请写两个，或改用单引号"),
        ("Unicode", "双引号里的 \\u 写法不对，后面应为字符的十六进制编码"),
        ("hexadecimal", "双引号里的 \\x 或 \\u 后面应为十六进制数字"),
        ("invalid mapping", "一行里有两个冒号；值里有冒号时请用引号括起来"),
        ("Mapping values", "这里不应有冒号：上一行没有写完，或缩进不对"),
        ("Mapping keys", "这里不应有键：上一行没有写完，或缩进不对"),
        ("expected ',' or '}'", "花括号 { } 没有闭合，或各项之间缺少逗号"),
        ("expected ',' or ']'", "方括号 [ ] 没有闭合，或各项之间缺少逗号"),
        ("did not find expected key", "缩进与同级的键没有对齐，或缺少冒号；请写成“键: 值”，同级的键左边对齐"),
        ("could not find expected ':'", "键的后面缺少冒号；请写成“键: 值”"),
        ("expected '-' indicator", "列表各项没有对齐；每项请以“- ”开头，左边对齐"),
        ("Block sequence entries", "这里不应有列表项“- ”：请另起一行并缩进"),
        ("cannot start any token", "值的第一个字符（如 @、`、%）在 YAML 里另有用处，请用引号把值括起来"),
        ("block scalar", "| 或 > 引出的多行文字写法不对：第一行只写 | 或 >，正文另起一行并缩进"),
        ("anchor", "不支持 YAML 锚点和别名（& 和 *）；值以 & 或 * 开头时请用引号括起来"),
        ("alias", "不支持 YAML 锚点和别名（& 和 *）；值以 & 或 * 开头时请用引号括起来"),
        ("tag", "不支持 YAML 标签（!）；值以 ! 开头时请用引号括起来"),
        ("comment", "注释 # 的位置不对：前面要有空格，不能夹在一个值中间"),
        ("directive", "不支持 % 开头的 YAML 指令，请删去这一行"),
        ("incompatible", "不支持 % 开头的 YAML 指令，请删去这一行"),
        ("document", "这里开始的内容不属于前面的“键: 值”，请检查缩进和冒号"),
        ("node", "这里缺少一个值"),
    ];

    /// <summary>The sentence for an error of the library.</summary>
    internal static string Of(YamlDotNet.Core.YamlException error)
    {
        var message = error.InnerException?.Message ?? error.Message;
        var found = Array.FindIndex(Sentences, s => message.Contains(s.Part, StringComparison.OrdinalIgnoreCase));
        return found >= 0 ? Sentences[found].Sentence : "写法不合 YAML 语法，请检查缩进、冒号和引号";
    }
}
