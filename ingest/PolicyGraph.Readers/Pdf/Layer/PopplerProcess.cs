using System.ComponentModel;
using System.Diagnostics;

namespace PolicyGraph.Readers.Pdf.Layer;

/// <summary>One run of a poppler tool as a child process: the file goes in and the words come out through pipes, nothing touches the disk.</summary>
/// <remarks>On Unix the child is held to a gigabyte of address space and a minute of processor time; it is killed when the reading ends early.</remarks>
internal sealed class PopplerProcess : IDisposable
{
    public const string Words = "pdftotext";
    public const string Drawing = "pdftocairo";
    private const string Limits = "ulimit -v 1000000 2>/dev/null; ulimit -t 60 2>/dev/null; exec ";
    private const int NotFound = 127;
    private readonly Process process;
    private readonly Task feeding;
    private readonly Task<(int Faults, string First)> remarks;
    private readonly CancellationTokenRegistration killing;

    private PopplerProcess(Process process, PdfSource source)
    {
        this.process = process;
        killing = source.Cancellation.Register(Kill);
        feeding = Task.Run(() => Feed(source.Bytes), CancellationToken.None);
        remarks = Task.Run(ReadRemarks, CancellationToken.None);
    }

    /// <summary>What it writes.</summary>
    public Stream Output => process.StandardOutput.BaseStream;

    /// <param name="source">The file.</param>
    /// <param name="tool"><see cref="Words"/> or <see cref="Drawing"/>.</param>
    /// <param name="arguments">The product's own words; nothing of a file or user may stand in them.</param>
    /// <exception cref="DocumentReadException">It is not installed.</exception>
    public static PopplerProcess Start(PdfSource source, string tool, string arguments)
    {
        source.Cancellation.ThrowIfCancellationRequested();
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo(tool, arguments)
            : new ProcessStartInfo("/bin/sh", ["-c", $"{Limits}{tool} {arguments}"]);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, true, false);
        try
        {
            return new PopplerProcess(Process.Start(start) ?? throw Refusal.NoPoppler(), source);
        }
        catch (Win32Exception)
        {
            throw Refusal.NoPoppler();
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>How many places it calls damaged.</returns>
    /// <exception cref="DocumentReadException">It could not open the file.</exception>
    public int Finish()
    {
        process.WaitForExit();
        var (faults, first) = remarks.GetAwaiter().GetResult();
        return process.ExitCode switch
        {
            0 => faults,
            NotFound => throw Refusal.NoPoppler(),
            3 => throw Refusal.CopyingForbidden(),
            _ when first.Contains("password", StringComparison.OrdinalIgnoreCase) || first.Contains("encrypt", StringComparison.OrdinalIgnoreCase) => throw Refusal.Encrypted("PDF "),
            1 => throw Refusal.Damaged("PDF"),
            _ => faults + 1,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        killing.Dispose();
        Kill();
        process.WaitForExit();
        Task.WaitAll([feeding, remarks], TimeSpan.FromSeconds(5));
        process.Dispose();
    }

    private void Feed(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(bytes.Span);
        }
        catch (IOException)
        {
            // It has read enough, or has ended; its exit code says which.
        }
    }

    private (int Faults, string First) ReadRemarks()
    {
        var (faults, first) = (0, "");
        while (process.StandardError.ReadLine() is { } line)
        {
            faults += line.StartsWith("Syntax Error", StringComparison.Ordinal) || line.StartsWith("Internal Error", StringComparison.Ordinal) ? 1 : 0;
            first = first.Length == 0 || line.Contains("password", StringComparison.OrdinalIgnoreCase) ? line : first;
        }

        return (faults, first);
    }

    private void Kill()
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (InvalidOperationException)
        {
            // It ended in between.
        }
    }
}
