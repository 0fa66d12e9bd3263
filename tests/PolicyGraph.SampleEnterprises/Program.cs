using PolicyGraph.SampleEnterprises;

// dotnet run --project tests/PolicyGraph.SampleEnterprises -- corpus/enterprises
if (args is not [var folder])
{
    Console.Error.WriteLine("用法：PolicyGraph.SampleEnterprises 输出文件夹（通常是 corpus/enterprises）");
    return 2;
}

foreach (Paper paper in SamplePapers.All())
{
    string path = Path.Combine(folder, paper.Path);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a paper's path always has a folder or the argument before it
    File.WriteAllBytes(path, paper.Content);
}

return 0;
