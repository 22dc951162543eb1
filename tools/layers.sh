#!/bin/sh
# The arrows between the rooms: a room may include only the rooms named here (and itself), and some
# libraries have one door. Usage: sh tools/layers.sh [SRC]
set -eu
src=${1:-src}
awk '
BEGIN {
	may["base"] = " "
	may["def"] = " base "
	may["store"] = " def base "
	may["import"] = " store def base "
	may["indicator"] = " store def base "
	may["publish"] = " indicator store def base "
	may["report"] = " publish def base "
	may["cli"] = " report publish indicator import store def base "
	door["sqlite3.h"] = "store/"
	door["csv.h"] = "import/csvfile.c"
	door["cJSON.h"] = "base/json.c"
	door["cjson/cJSON.h"] = "base/json.c"
	door["xlsxwriter.h"] = "report/sheet.c"
}
FNR == 1 {
	file = FILENAME
	sub("^.*src/", "", file)
	room = file
	if (!sub("/.*", "", room)) room = ""
}
/^#include[ \t]*"/ {
	name = $0
	sub("^#include[ \t]*\"", "", name); sub("\".*", "", name)
	if (name !~ "/") next
	to = name; sub("/.*", "", to)
	if (room != "" && to != room && index(may[room], " " to " ") == 0) {
		printf "%s:%d: room %s may not include %s\n", FILENAME, FNR, room, name; bad = 1
	}
}
/^#include[ \t]*</ {
	name = $0
	sub("^#include[ \t]*<", "", name); sub(">.*", "", name)
	if (name in door && index(file, door[name]) != 1) {
		printf "%s:%d: only src/%s may include <%s>\n", FILENAME, FNR, door[name], name; bad = 1
	}
}
END { exit bad }' $(find "$src" -name '*.[ch]' | sort)
echo "layers: de pijlen kloppen"
