package ai.nominate.tenantmgr.backup.files;

/**
 * What runs as the user of a tenant. A tenant may do as it likes with its own files meanwhile: what comes of that is its own affair,
 * as long as nothing but its files is touched and the manager checks what it reads.
 */
final class FileScripts {
    /** In the tenant's storage, because only renames within one directory tree are sure to be renames. Never in a backup. */
    static final String ASIDE = ".tenantmgr";

    /** pipe, directory, and names below it: an archive of those that are there. No link is followed. */
    static final String PACK = """
        export LC_ALL=C
        pipe=$1; shift
        exec >"$pipe"
        cd "$1" || exit 2
        shift
        for each; do
          shift
          if [ -d "$each" ] && [ ! -L "$each" ]; then set -- "$@" "$each"; fi
        done
        [ $# -gt 0 ] || set -- --files-from=/dev/null
        exec tar --create --file=- --format=posix --hard-dereference --one-file-system --totals \\
          --anchored --no-wildcards --exclude=storage/%s "$@"
        """.formatted(ASIDE);

    /** pipe and directory: makes it anew of an archive, whose names begin with one directory more. */
    static final String UNPACK = """
        export LC_ALL=C
        umask 077
        pipe=$1
        rm -rf -- "$2" && mkdir -p -- "$2" || exit 2
        exec <"$pipe"
        exec tar --extract --file=- --directory="$2" --strip-components=1 --totals \\
          --no-same-owner --no-same-permissions
        """;

    /** From and to: what was written and read again takes its name. */
    static final String NAME = """
        sync -f "$1" && rm -rf -- "$2" && mv -T -- "$1" "$2"
        """;

    /**
     * Storage, aside and next: what is in the storage goes aside, what is next goes into it. Killed anywhere it goes on from there,
     * and the opposite call goes back from there. What is being filled is called .coming and what is being emptied .going.
     */
    static final String EXCHANGE = """
        set -eu
        umask 077
        live=$1 aside=$2 next=$3
        there() { [ -e "$1" ] || [ -L "$1" ]; }
        move() { # move KEEP FROM TO: what is in TO by the same name stays, or goes
          for each in "$2"/* "$2"/.[!.]* "$2"/..?*; do
            if ! there "$each" || [ "$each" = "$live/%1$s" ]; then continue; fi
            to=$3/${each##*/}
            if there "$to" && [ "$1" = stays ]; then
              rm -rf -- "$each" # a start has made it anew
            else
              rm -rf -- "$to"
              mv -T -- "$each" "$to"
            fi
          done
        }
        if [ -d "$next.coming" ]; then # the opposite had not begun to replace anything
          move goes "$next.coming" "$live"
          rmdir -- "$next.coming"
          exit
        fi
        if [ -d "$aside.going" ]; then
          move stays "$live" "$aside.going"
          mv -T -- "$aside.going" "$aside"
        fi
        if [ -d "$next" ]; then
          if [ ! -d "$aside" ]; then
            mkdir -p -- "$aside.coming"
            move stays "$live" "$aside.coming"
            mv -T -- "$aside.coming" "$aside"
          fi
          mv -T -- "$next" "$next.going"
        fi
        if [ -d "$next.going" ]; then
          move goes "$next.going" "$live"
          rmdir -- "$next.going"
          sync -f "$live"
        fi
        """.formatted(ASIDE);

    /** Storage and the name of a restore. */
    static final String REMOVE = """
        rm -rf -- "$1/%1$s/$2" && { rmdir -- "$1/%1$s" 2>/dev/null || :; }
        """.formatted(ASIDE);

    private FileScripts() {}
}
