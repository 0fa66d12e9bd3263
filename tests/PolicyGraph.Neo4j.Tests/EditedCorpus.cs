namespace PolicyGraph.Neo4j.Tests;

/// <summary>A copy of the corpus in which a policy was edited, another lost the title by which it is cited, the enterprise changed its name, and a paper was taken away.</summary>
internal sealed class EditedCorpus : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("policygraph-test-").FullName;

    public static EditedCorpus Of(string corpus)
    {
        var copy = new EditedCorpus();
        foreach (var file in Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(corpus, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? copy.Folder);
            File.Copy(file, target);
        }

        copy.Replace("policies", "002_*.txt", "到2020年", "到2022年");
        copy.Replace(".", "manifest.jsonl", "工业绿色发展规划（2016—2020年）", "工业绿色发展规划（修订）");
        copy.Replace("enterprises/yuedong-cement", "enterprise.yaml", "广东粤垌水泥有限公司", "广东粤垌建材有限公司");
        File.Delete(Directory.GetFiles(Enterprise(copy.Folder), "ISO14001*").Single());
        return copy;
    }

    public static string Enterprise(string corpus) => Path.Combine(corpus, "enterprises", "yuedong-cement");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Replace(string folder, string file, string old, string now)
    {
        var path = Directory.GetFiles(Path.Combine(Folder, folder), file).Single();
        var text = File.ReadAllText(path);
        Assert.True(text.Contains(old, StringComparison.Ordinal), $"{file} does not say {old}");
        File.WriteAllText(path, text.Replace(old, now, StringComparison.Ordinal));
    }
}
