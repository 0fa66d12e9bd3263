using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using PolicyGraph.Api.Answers;
using PolicyGraph.Api.Requests;
using PolicyGraph.Api.Serving;
using PolicyGraph.Ingestion.Sources;
using PolicyGraph.Ingestion.Storage;

namespace PolicyGraph.Api.Uploads;

/// <summary>The files of a <c>multipart/form-data</c> request; they are held in memory and never lie on disk under the name that the client gave.</summary>
internal static class UploadForm
{
    private const string Field = "file";
    private const int MaxName = 200;
    private const int MaxBoundary = 70;
    private static readonly SearchValues<char> PathCharacters = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>Reads all files.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limits">Files and bytes.</param>
    /// <param name="folder">What stands before each name in the path of the file, such as <c>uploads/</c>.</param>
    /// <exception cref="ProblemException">400, 413 or 415: not such a form, no file, too much, or a name that is none.</exception>
    public static async Task<IReadOnlyList<SourceFile>> ReadAsync(HttpRequest request, ServeLimits limits, string folder)
    {
        var reader = new MultipartReader(Boundary(request), request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 8 << 10 };
        var files = new List<SourceFile>();
        var left = limits.MaxUploadBytes;
        try
        {
            while (await reader.ReadNextSectionAsync(request.HttpContext.RequestAborted) is { } section)
            {
                if (files.Count == limits.MaxUploadFiles)
                {
                    throw JsonBody.Bad(FormattableString.Invariant($"一次最多上传 {limits.MaxUploadFiles} 个文件；请分几次上传，或打成 zip"));
                }

                var name = folder + NameOf(section);
                var bytes = await ReadBytesAsync(section.Body, left, limits.MaxUploadBytes, request.HttpContext.RequestAborted);
                left -= bytes.Length;
                files.Add(files.Exists(f => f.Path == name)
                    ? throw JsonBody.Bad($"同一次上传里有两个文件都叫“{name[folder.Length..]}”；请改名")
                    : new SourceFile(name, $"upload:{Originals.Hash(bytes)}", () => new MemoryStream(bytes, writable: false)));
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw JsonBody.Bad("上传的表单不完整或格式有误；请用 multipart/form-data 重新上传", error);
        }

        return files.Count > 0 ? files : throw JsonBody.Bad("没有收到文件；请在表单里用字段 file 上传，例如 curl -F file=@文件.pdf");
    }

    /// <summary>Whether a text can be the name of one file: not a path, nothing invisible, nothing that steers a terminal.</summary>
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= MaxName && name.Trim() == name && name is not ("." or "..") && !name.AsSpan().ContainsAny(PathCharacters)
        && name.EnumerateRunes().All(r => r != Rune.ReplacementChar && Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));

    private static string Boundary(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            throw new ProblemException(new Problem(StatusCodes.Status415UnsupportedMediaType, "上传应为 multipart/form-data，文件放在字段 file 里，例如 curl -F file=@文件.pdf"));
        }

        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= MaxBoundary ? boundary : throw JsonBody.Bad("multipart/form-data 没有有效的 boundary；请让客户端自己生成它");
    }

    private static string NameOf(MultipartSection section)
    {
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || HeaderUtilities.RemoveQuotes(disposition.Name) != Field)
        {
            throw JsonBody.Bad("表单里有不认识的字段；文件请放在字段 file 里");
        }

        var written = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        var name = HeaderUtilities.UnescapeAsQuotedString(written).ToString().Normalize(NormalizationForm.FormC);
        return IsName(name) ? name : throw JsonBody.Bad($"文件名不能用：不要带路径、控制字符或 \\ / : * ? \" < > |，且不超过 {MaxName.ToString(CultureInfo.InvariantCulture)} 个字；请改名后再上传");
    }

    private static async Task<byte[]> ReadBytesAsync(Stream stream, long left, long limit, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[1 << 16];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken)) > 0)
        {
            if (buffer.Length + read > left)
            {
                throw new ProblemException(new Problem(StatusCodes.Status413PayloadTooLarge, FormattableString.Invariant($"上传的内容超过上限 {limit >> 20} MB；请拆分后再上传")));
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
