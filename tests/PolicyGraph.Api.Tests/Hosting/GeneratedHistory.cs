using System.Globalization;

namespace PolicyGraph.Api.Tests.Hosting;

/// <summary>Documents that cite one another, enterprises with papers, and what people do with them, drawn from a seed.</summary>
internal sealed class GeneratedHistory(int seed)
{
    private const int Policies = 6;

    private static readonly string[] Places = ["江苏省", "浙江省", "湖南省", "广东省", "四川省", "山东省"];

    private readonly Random random = new(seed);
    private readonly List<string> files = [];
    private int notes;

    /// <summary>What was done, for the message of a test that fails.</summary>
    public List<string> Log { get; } = [$"seed {seed}"];

    /// <summary>The text of a policy: some have a number, some only a title; each cites others, by number, by title, or by both.</summary>
    public static string Policy(int number, int version, Random random)
    {
        var cites = Enumerable.Range(0, Policies).Where(other => other != number && random.Next(3) == 0).Select(other => random.Next(3) switch
        {
            0 => $"《{Title(other)}》（{Number(other)}）",
            1 => $"《{Title(other)}》",
            _ => $"《{(random.Next(2) == 0 ? Title(other) : Title(other).Replace("绿色", "“绿色”", StringComparison.Ordinal))}》（{Number(other)}）",
        }).ToList();
        var head = number % 2 == 0 ? $"{Title(number)}\n{Number(number)}\n" : $"{Title(number)}\n";
        var basis = cites.Count == 0 ? string.Empty : $"根据{string.Join("、", cites)}，制定本方案。\n";
        return string.Create(CultureInfo.InvariantCulture, $"{head}{basis}一、工作目标\n到2025年，建设绿色工厂{100 + version}家，单位工业增加值能耗下降{10 + number}%。\n二、保障措施\n各市工业和信息化主管部门应当于每年{(version % 12) + 1}月底前报送总结。\n{(version % 2 == 0 ? "VOCs" : "ＶＯＣｓ")}排放总量下降{5 + number}%，推广{(version % 3 == 0 ? "“余热回收”技术" : "余热 回收技术")}。{(version % 2 == 0 ? "化工园区 管委会" : "化工园区管委会")}应当建立台账。\n");
    }

    /// <summary>Does something, drawn from the seed.</summary>
    public async Task StepAsync(DataFolder folder)
    {
        switch (random.Next(12))
        {
            case 0 or 1 or 2:
                Put(folder);
                break;
            case 3 when files.Count > 0:
                Move(folder);
                break;
            case 4 when files.Count > 0:
                Vanish(folder);
                break;
            case 5:
                await RemoveAsync(folder);
                break;
            case 6 or 7:
                await WriteAsync(folder);
                break;
            case 8 when files.Count > 0:
                await IngestOneAsync(folder);
                break;
            case 9:
                PutPaper(folder);
                await IngestAsync(folder, "enterprise");
                break;
            case 10:
                await InterruptedAsync(folder);
                break;
            default:
                await IngestAsync(folder, "policies");
                break;
        }
    }

    private void Put(DataFolder folder)
    {
        var number = random.Next(Policies);
        var name = random.Next(4) == 0 ? $"policies/另-{random.Next(3)}.txt" : $"policies/{number}.txt";
        var version = random.Next(40);
        folder.Write(name, Policy(number, version, random));
        Say($"put {name} = policy {number} version {version}");
        if (!files.Contains(name))
        {
            files.Add(name);
        }
    }

    private void Move(DataFolder folder)
    {
        var from = files[random.Next(files.Count)];
        var to = $"policies/移-{random.Next(4)}.txt";
        File.Move(Path.Combine(folder.Files, from), Path.Combine(folder.Files, to), overwrite: true);
        files.Remove(from);
        files.Remove(to);
        files.Add(to);
        Say($"move {from} to {to}");
    }

    private void Vanish(DataFolder folder)
    {
        var name = files[random.Next(files.Count)];
        File.Delete(Path.Combine(folder.Files, name));
        files.Remove(name);
        Say($"delete {name}");
    }

    private void PutPaper(DataFolder folder)
    {
        folder.Write("enterprise/enterprise.yaml", $"name: 某某建材有限公司\ncreditCode: 91445300MA9XK0WN47\nindustry: \"3011\"\njurisdiction: 广东省\nproducts: [水泥]\nevaluationYear: {2024 + random.Next(2)}\n");
        var paper = $"enterprise/{random.Next(3)}.txt";
        if (random.Next(3) == 0)
        {
            File.Delete(Path.Combine(folder.Files, paper));
        }
        else
        {
            folder.Write(paper, $"质量管理体系认证证书\n证书编号：{random.Next(1000, 1004)}\n获证组织：某某建材有限公司\n认证标准：GB/T 19001-2016\n有效期至：2027年6月{random.Next(1, 5)}日\n");
        }

        Say($"paper {paper}");
    }

    private async Task IngestAsync(DataFolder folder, string name)
    {
        if (Directory.Exists(Path.Combine(folder.Files, name)))
        {
            await folder.IngestAsync(name);
            Say($"ingest {name}");
        }
    }

    private async Task IngestOneAsync(DataFolder folder)
    {
        var name = files[random.Next(files.Count)];
        await folder.IngestAsync(name);
        Say($"ingest {name}");
    }

    private async Task RemoveAsync(DataFolder folder)
    {
        var ids = await folder.RowsAsync("MATCH (d:Document) WHERE d.status <> 'stub' RETURN d.id ORDER BY d.id UNION MATCH (d:Enterprise) RETURN d.id ORDER BY d.id");
        if (ids.Count > 0)
        {
            var id = ids[random.Next(ids.Count)][0].AsString() ?? string.Empty;
            await folder.RemoveAsync(id);
            Say($"remove {id}");
        }
    }

    /// <summary>A command that ends between its journal entry and its commit.</summary>
    private async Task InterruptedAsync(DataFolder folder)
    {
        if (!Directory.Exists(Path.Combine(folder.Data, "graph")))
        {
            return;
        }

        var putBack = folder.KeepGraph();
        var lines = File.ReadAllLines(Path.Combine(folder.Data, "journal.jsonl")).Length;
        var kind = random.Next(2);
        await (kind == 0 ? WriteAsync(folder) : RemoveAsync(folder));
        putBack();
        Say($"of which the commit never came ({File.ReadAllLines(Path.Combine(folder.Data, "journal.jsonl")).Length - lines} entries)");
    }

    private async Task WriteAsync(DataFolder folder)
    {
        var statement = random.Next(9) switch
        {
            0 => $"CREATE (:Note {{text: '批注{notes++}', on: date('2026-11-21'), weight: 1.5}})",
            1 => $"MATCH (d:Document) WITH d ORDER BY d.id SKIP {random.Next(3)} LIMIT 1 CREATE (:Note {{text: '批注{notes++}'}})-[:ABOUT {{since: datetime('2026-11-21T08:00:00+08:00')}}]->(d)",
            2 => $"MATCH (d:Policy) WITH d ORDER BY d.id SKIP {random.Next(3)} LIMIT 1 SET d.reviewed = {random.Next(3)}",
            3 => "MATCH (n:Note) WITH n ORDER BY n.text LIMIT 1 DETACH DELETE n",
            4 => $"MATCH (n:Note) WITH n ORDER BY n.text DESC LIMIT 2 SET n.weight = {random.Next(5)}, n:Important",
            5 => "MATCH (:Note)-[r:ABOUT]->() WITH r ORDER BY r.since LIMIT 1 DELETE r",
            6 => "MATCH (t:Target) WITH t ORDER BY t.id LIMIT 1 SET t.binding = '复核', t.checked = true",
            7 => "MATCH (a:Note), (b:Note) WHERE a.text < b.text WITH a, b ORDER BY a.text, b.text LIMIT 1 MERGE (a)-[r:SEE]->(b) SET r.n = coalesce(r.n, 0) + 1",
            _ => $"MERGE (d:Document {{id: '自建-{random.Next(2)}'}}) SET d.status = 'manual', d.title = '自建文件{random.Next(3)}'",
        };
        await folder.WriteAsync(statement);
        Say(statement);
    }

    private void Say(string what) => Log.Add(what);

    private static string Title(int number) => $"{Places[number]}绿色制造工程实施方案";

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"{Places[number][0]}工信〔2021〕{100 + number}号");
}
