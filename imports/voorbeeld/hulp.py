"""What every part of the generator needs: chance, periods, wijken and a writer of CSV in a dialect.

The generator of random numbers is our own, so that every Python version makes the same bytes.
"""
import os

SEED = 20260630


class Lcg:
  """A 64-bit linear congruential generator; only the high bits are used."""

  def __init__(self, seed):
    self.state = seed & (2**64 - 1)
    for _ in range(8):
      self.next()

  def next(self):
    self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
    return self.state >> 33

  def below(self, n):
    """A whole number from 0 up to and not including n."""
    return self.next() % n

  def spread(self, width):
    """A whole number from -width to width; the middle is likelier than the ends."""
    return (self.below(2 * width + 1) + self.below(2 * width + 1)) // 2 - width if width else 0


def rng_for(*words):
  """A generator of its own for each use: adding a file never changes another file."""
  seed = SEED
  for char in "/".join(str(w) for w in words):
    seed = (seed * 1000003 + ord(char)) % 2**64
  return Lcg(seed)


def half_up(num, den):
  return (2 * num + den) // (2 * den)


class Writer:
  """One delivery in one dialect."""

  def __init__(self, folder, name, delimiter=";", newline="\n", encoding="utf-8", bom=False):
    self.path = os.path.join(folder, name)
    self.delimiter, self.newline, self.encoding, self.bom = delimiter, newline, encoding, bom
    self.lines = []

  def row(self, *cells):
    out = []
    for cell in cells:
      text = str(cell)
      if any(c in text for c in (self.delimiter, '"', "\n")):
        text = '"' + text.replace('"', '""') + '"'
      out.append(text)
    self.lines.append(self.delimiter.join(out))

  def close(self):
    text = "".join(line + self.newline for line in self.lines)
    os.makedirs(os.path.dirname(self.path), exist_ok=True)
    with open(self.path, "wb") as file:
      file.write((b"\xef\xbb\xbf" if self.bom else b"") + text.encode(self.encoding))


# ---- periods -----------------------------------------------------------------------------------

QUARTER_END = {1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31"}
LOADED = {1: "04-21", 2: "07-21", 3: "10-21", 4: "01-21"}


def quarters(first, last):
  year, quarter = first
  while (year, quarter) <= last:
    yield year, quarter
    year, quarter = (year, quarter + 1) if quarter < 4 else (year + 1, 1)


def quarter_end(year, quarter):
  return "%d-%s" % (year, QUARTER_END[quarter])


def loaded(year, quarter):
  """About three weeks after the end of the quarter."""
  return "%d-%s" % (year + (quarter == 4), LOADED[quarter])


def school_years(first, last):
  """First calendar years of the school years, e.g. 2020 for 2020-2021."""
  return range(first, last + 1)


def school_year(first):
  return "%d-%d" % (first, first + 1)


def between(first, last, step, steps):
  """Whole number on the straight line from first (step 0) to last (step `steps`)."""
  return half_up(first * (steps - step) + last * step, steps) if steps else last


# ---- wijken ------------------------------------------------------------------------------------

# Share of the children of the city, per mille. Names are real, shares are invented.
WIJKEN_2024 = (("Centrum", 220), ("Meerzicht", 120), ("Buytenwegh de Leyens", 180), ("Seghwaert", 130),
               ("Noordhove", 60), ("Rokkeveen", 140), ("Oosterheem", 142), ("Buitengebied", 8))
WIJKEN_2025 = (("Dorp", 28), ("Stadscentrum", 40), ("Palenstein", 72), ("Driemanspolder", 80),
               ("Meerzicht", 120), ("Buytenwegh", 90), ("De Leyens", 88), ("Seghwaert", 130),
               ("Noordhove", 60), ("Rokkeveen", 140), ("Oosterheem", 142), ("Ontwikkelwijk", 10))
# Wijken where children have fewer chances, in the story: per cent more (or fewer) of what is bad news.
ZORG = {"Centrum": 25, "Meerzicht": 20, "Palenstein": 45, "Driemanspolder": 15, "Stadscentrum": 10,
        "Buytenwegh": 5, "Oosterheem": 5, "Rokkeveen": -25, "Seghwaert": -15, "De Leyens": -25, "Noordhove": -15}


def wijken(year):
  return WIJKEN_2025 if year >= 2025 else WIJKEN_2024


def spread_over(total, year, rng, noise=4):
  """A total over the wijken of a year: list of (wijk, count). The sum is near the total, not equal."""
  return [(name, max(0, half_up(total * share * (100 + rng.spread(noise)), 100000))) for name, share in wijken(year)]


class Manifest:
  """The deliveries of one gemeente and the day on which each is loaded."""

  def __init__(self, folder):
    self.folder, self.entries = folder, []

  def delivery(self, name, date, note="", **dialect):
    """A writer for a new delivery; `name` may hold a subfolder. The caller closes it."""
    self.entries.append((date, name, "fictief; " + note if note else "fictief"))
    return Writer(self.folder, name, **dialect)

  def write(self):
    out = Writer(self.folder, "leveringen.csv")
    out.row("bestand", "geladen_op", "toelichting")
    for date, path, note in sorted(self.entries):
      out.row(path, date, note)
    out.close()
