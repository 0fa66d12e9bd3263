using PolicyGraph.Ontology.Yaml;

namespace PolicyGraph.Ontology.Tests.Yaml;

/// <summary>Malformed YAML is explained in Chinese, with the line, and never in the words of the library.</summary>
public class YamlWordingTests
{
    [Theory]
    [InlineData("a:\n\tb: { c: 1 }\n", 1, "制表符")]
    [InlineData("a: { b: 1\n", 2, "花括号")]
    [InlineData("a: [b, c\n", 2, "方括号")]
    [InlineData("a: \"b\n", 1, "引号")]
    [InlineData("a: 1\nb: 时间：上午: 九点\n", 2, "两个冒号")]
    [InlineData("a:\n   b: 1\n  c: 2\n", 3, "对齐")]
    [InlineData("a: 1\nb\n", 2, "冒号")]
    [InlineData("a: @b\n", 1, "引号")]
    [InlineData("a: \"\\q\"\n", 1, "反斜杠")]
    [InlineData("a: &x 1\n", 1, "锚点")]
    [InlineData("a: !!str 1\n", 1, "标签")]
    [InlineData("a: 1\n---\nb: 2\n", 2, "一份内容")]
    [InlineData("a: 1\na: 2\n", 2, "重复")]
    [InlineData("%YAML 9.9\n---\na: 1\n", 1, "指令")]
    [InlineData("", 1, "空的")]
    public void Malformed_IsExplainedWithItsLine(string text, int line, string says)
    {
        var error = Assert.Throws<YamlException>(() => YamlReader.Read(text, "f.yaml"));
        Assert.Contains(says, error.Fault.Message, StringComparison.Ordinal);
        Assert.Equal(line, error.Fault.Line);
        Assert.DoesNotContain("hile ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("expected", error.Message, StringComparison.OrdinalIgnoreCase);
    }
}
