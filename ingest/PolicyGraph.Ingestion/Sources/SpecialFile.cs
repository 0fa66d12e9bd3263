using System.Runtime.InteropServices;

namespace PolicyGraph.Ingestion.Sources;

/// <summary>Tells pipes, sockets and devices from files. Opening or reading one may never end, and .NET's attributes do not tell.</summary>
internal static class SpecialFile
{
    private const int CurrentFolder = -100;
    private const uint TypeOnly = 1;
    private const int ModeOffset = 28; // of stx_mode; struct statx is the same on every processor
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>Whether what lies at a path, links followed, is neither a regular file nor a folder; false where it cannot be told.</summary>
    public static bool Is(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        var answer = new byte[256];
        try
        {
            return Statx(CurrentFolder, path, 0, TypeOnly, answer) == 0 && (BitConverter.ToUInt16(answer, ModeOffset) & TypeMask) is not (RegularFile or Folder);
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "statx", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] answer);
}
