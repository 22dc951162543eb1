# Reads `gcov -b -t`. Counts the lines that ran and the outcomes of branches that were taken in the file `want`;
# with show=1 prints what was not.
/:    0:Source:/ { mine = substr($0, index($0, "Source:") + 7) == want; next }
!mine { next }
/^ *([0-9]+\*?|#####|=====):/ {
	lines++
	line = $0
	if ($0 ~ /^ *[#=]/) {
		if (show)
			print "niet gelopen  " substr($0, 11)
	} else {
		reached++
	}
	next
}
/^branch/ {
	outcomes++
	if ($0 ~ /never executed/ || $4 == "0%" || $4 == "0") {
		if (show && $0 !~ /never/)
			print "een kant      " substr(line, 11)
	} else {
		taken++
	}
}
END {
	if (!show)
		print reached + 0, lines + 0, taken + 0, outcomes + 0
}
