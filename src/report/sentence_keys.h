/* sentence_keys.h - the sentences a report asks for: name in C, key in reports/zinnen.json, and the places it may
 * fill in. A pure table. */
#ifndef REPORT_SENTENCE_KEYS_H
#define REPORT_SENTENCE_KEYS_H

/* X(name, key in the file, places it may use) */
#define ZINNEN(X)                                                                                  \
	X(KOP_AFSPRAAK, "kop.afspraak", "")                                                        \
	X(KOP_OOGOPSLAG, "kop.oogopslag", "")                                                      \
	X(KOP_VERLOOP, "kop.verloop", "")                                                          \
	X(KOP_WIJKEN, "kop.wijken", "wijken")                                                      \
	X(KOP_TOT_DE_NORM, "kop.tot_de_norm", "kinderen norm")                                     \
	X(KOP_VERANDERD, "kop.veranderd", "")                                                      \
	X(KOP_ACTIES, "kop.acties", "")                                                            \
	X(KOP_BESLUIT, "kop.besluit", "")                                                          \
	X(KOP_VRAGEN, "kop.vragen", "")                                                            \
	X(KOP_DUIDING, "kop.duiding", "")                                                          \
	X(KOP_REFLECTIE, "kop.reflectie", "")                                                      \
	X(KOP_LEZEN, "kop.lezen", "")                                                              \
	X(PAGINA_TITEL, "pagina.titel", "blad titel periode gemeente")                             \
	X(PAGINA_NAAR_INHOUD, "pagina.naar_inhoud", "")                                            \
	X(PAGINA_BLAD, "pagina.blad", "blad")                                                      \
	X(PAGINA_AGENDA, "pagina.agenda", "agenda gemeente")                                       \
	X(PAGINA_AGENDA_NAAM, "pagina.agenda_naam", "")                                            \
	X(PAGINA_OVERLEG, "pagina.overleg", "")                                                    \
	X(PAGINA_AANTAL, "pagina.aantal", "")                                                      \
	X(MERK_INTERN, "merk.intern", "")                                                          \
	X(MERK_FICTIEF, "merk.fictief", "")                                                        \
	X(MERK_FICTIEF_UITLEG, "merk.fictief_uitleg", "gemeente")                                  \
	X(MERK_CONCEPT, "merk.concept", "")                                                        \
	X(MERK_DEFINITIEF, "merk.definitief", "")                                                  \
	X(HERKOMST_PROGRAMMA, "herkomst.programma", "")                                            \
	X(HERKOMST_GEACCEPTEERD, "herkomst.geaccepteerd", "rol datum")                             \
	X(HERKOMST_VEROUDERD, "herkomst.verouderd", "rol datum")                                   \
	X(META_PERIODE, "meta.periode", "")                                                        \
	X(META_STAND_PER, "meta.stand_per", "")                                                    \
	X(META_STUURGROEP, "meta.stuurgroep", "")                                                  \
	X(META_STUURGROEP_LEEG, "meta.stuurgroep_leeg", "")                                        \
	X(META_EIGENAAR, "meta.eigenaar", "")                                                      \
	X(META_TAFELS, "meta.tafels", "")                                                          \
	X(META_STATUS, "meta.status", "")                                                          \
	X(TITEL_GEHAALD, "titel.gehaald", "waarde groep werkwoord rest norm normwaarde")           \
	X(TITEL_NIET_GEHAALD, "titel.niet_gehaald",                                                \
		"waarde groep werkwoord rest norm normwaarde kinderen")                            \
	X(TITEL_NIET_GEHAALD_MAX, "titel.niet_gehaald_maximum",                                    \
		"waarde groep werkwoord rest norm normwaarde kinderen")                            \
	X(TITEL_ONBEPAALD, "titel.onbepaald", "waarde groep werkwoord rest norm normwaarde")       \
	X(TITEL_GEEN_NORM, "titel.geen_norm", "waarde groep werkwoord rest")                       \
	X(TITEL_GETAL, "titel.getal", "naam waarde")                                               \
	X(TITEL_GETAL_GEEN_NORM, "titel.getal_geen_norm", "naam waarde")                          \
	X(TITEL_GEEN_CIJFER, "titel.geen_cijfer", "naam de_periode reden")                         \
	X(TITEL_BIJNA_ALLE, "titel.bijna_alle", "naam norm normwaarde kinderen")                   \
	X(TITEL_NIET_OPGENOMEN, "titel.niet_opgenomen", "naam")                                    \
	X(TITEL_ZONDER, "titel.zonder", "titel")                                                   \
	X(STAND, "stand", "In_periode teller noemer groep werkwoord rest")                            \
	X(STAND_BEREIK, "stand_bereik", "In_periode waarde groep werkwoord rest")                     \
	X(STAND_GETAL, "stand_getal", "in_periode naam waarde")                                    \
	X(STAND_ZONDER, "stand_zonder", "de_periode naam reden")                                   \
	X(STAND_BIJNA_ALLE, "stand_bijna_alle", "de_periode naam kinderen")                        \
	X(FEIT_GEHAALD, "feit.gehaald", "Lidwoord norm normwaarde")                                \
	X(FEIT_NIET_GEHAALD, "feit.niet_gehaald", "Lidwoord norm normwaarde kinderen")             \
	X(FEIT_NIET_GEHAALD_MAX, "feit.niet_gehaald_maximum", "Lidwoord norm normwaarde kinderen") \
	X(FEIT_NIET_TE_BEPALEN, "feit.niet_te_bepalen", "lidwoord norm normwaarde")                \
	X(FEIT_GEEN_NORM, "feit.geen_norm", "")                                                    \
	X(ZEKER_GEHAALD_ZEKER, "zeker.gehaald_zeker", "lidwoord norm interval")                    \
	X(ZEKER_GEHAALD_TOEVAL, "zeker.gehaald_toeval", "lidwoord norm interval")                  \
	X(ZEKER_NET_ONDER, "zeker.net_onder", "lidwoord norm interval")                            \
	X(ZEKER_NIET_GEHAALD_TOEVAL, "zeker.niet_gehaald_toeval", "lidwoord norm interval")        \
	X(ZEKER_DUIDELIJK_ONDER, "zeker.duidelijk_onder", "lidwoord norm interval")                \
	X(ZEKER_TE_WEINIG, "zeker.te_weinig", "n_min")                                             \
	X(ZEKER_AFWIJKING, "zeker.afwijking", "status")                                            \
	X(ZEKER_NIET_TE_BEPALEN, "zeker.niet_te_bepalen", "")                                      \
	X(ZEKER_ONVOLLEDIG, "zeker.onvolledig", "ontbreken delen wijken")                          \
	X(ZEKER_MARGE, "zeker.marge", "interval")                                                  \
	X(REDEN_NIET_GELEVERD, "reden.niet_geleverd", "")                                          \
	X(VOORLOPIG, "voorlopig", "")                                                              \
	X(AFSPRAAK_BRON, "afspraak.bron", "document plaats")                                       \
	X(AFSPRAAK_ZELFDE_BRON, "afspraak.zelfde_bron", "document plaats")                         \
	X(AFSPRAAK_VERLOPEN, "afspraak.verlopen", "datum")                                          \
	X(AFSPRAAK_GEEN, "afspraak.geen", "")                                                      \
	X(NORM_REGEL, "norm.regel", "niveau norm")                                                 \
	X(NORM_REGEL_DOOR, "norm.regel_door", "niveau norm door")                                  \
	X(NORM_GEEN, "norm.geen", "")                                                              \
	X(NORM_GEEN_VOOR, "norm.geen_voor", "namen")                                               \
	X(NORM_NOG_NIET, "norm.nog_niet", "de_periode datum")                                      \
	X(TABEL_OOGOPSLAG, "tabel.oogopslag", "gemeente de_periode")                               \
	X(TABEL_VERANDERING, "tabel.verandering", "")                                          \
	X(TABEL_INDICATOR, "tabel.indicator", "")                                                  \
	X(TABEL_STAND, "tabel.stand", "")                                                          \
	X(TABEL_VORIG, "tabel.vorig", "")                                                          \
	X(TABEL_NORM, "tabel.norm", "")                                                            \
	X(TABEL_ELDERS, "tabel.elders", "")                                                      \
	X(ELDERS_REGEL, "elders.regel", "naam elders")                                           \
	X(TABEL_FEIT, "tabel.feit", "")                                                            \
	X(TABEL_ZEKERHEID, "tabel.zekerheid", "")                                                  \
	X(TABEL_TOT_DE_NORM, "tabel.tot_de_norm", "")                                              \
	X(TABEL_VAN, "tabel.van", "teller noemer")                                                 \
	X(TABEL_NIET_OPGENOMEN, "tabel.niet_opgenomen", "")                                        \
	X(TABEL_NIET_GELEVERD, "tabel.niet_geleverd", "")                                          \
	X(TABEL_PERIODE, "tabel.periode", "")                                                      \
	X(TABEL_MARGE, "tabel.marge", "")                                                          \
	X(TABEL_BEREIKT, "tabel.bereikt", "")                                                      \
	X(TABEL_ERBOVEN, "tabel.erboven", "")                                                      \
	X(TABEL_ERONDER, "tabel.eronder", "")                                                      \
	X(TABEL_VOORLOPIG, "tabel.voorlopig", "")                                                  \
	X(PAGINA_VOET, "pagina.voet", "blad gemeente periode")                                \
	X(TABEL_WIJKEN, "tabel.wijken", "naam wijk periode")                                       \
	X(TABEL_VERLOOP, "tabel.verloop", "naam gemeente")                                         \
	X(TABEL_CIJFERS, "tabel.cijfers", "")                                                      \
	X(TABEL_HELE_GEMEENTE, "tabel.hele_gemeente", "gemeente")                                  \
	X(GRAFIEK_VERLOOP, "grafiek.verloop", "naam gemeente van tot")                             \
	X(GRAFIEK_VERLOOP_DESC, "grafiek.verloop_desc", "In_tot waarde in_van eerste as")          \
	X(GRAFIEK_WIJKEN, "grafiek.wijken", "naam wijk in_periode")                                \
	X(GRAFIEK_WIJKEN_DESC, "grafiek.wijken_desc", "aantal wijken as")                          \
	X(GRAFIEK_PUNT, "grafiek.punt", "naam waarde interval")                                    \
	X(GRAFIEK_AS, "grafiek.as", "van tot")                                                     \
	X(GRAFIEK_AS_NIET_NUL, "grafiek.as_niet_nul", "")                                         \
	X(GRAFIEK_BREUK, "grafiek.breuk", "datum reden")                                           \
	X(GRAFIEK_BREUK_WAARDEN, "grafiek.breuk_waarden", "oud voor nieuw na")                     \
	X(GRAFIEK_BREUK_HERREKEND, "grafiek.breuk_herrekend", "waarde")                            \
	X(GRAFIEK_ONTBREEKT, "grafiek.ontbreekt", "perioden")                                      \
	X(GRAFIEK_AFGESCHERMD, "grafiek.afgeschermd", "perioden")                                  \
	X(GRAFIEK_ONVOLLEDIG, "grafiek.onvolledig", "perioden")                                    \
	X(GRAFIEK_VOORLOPIG, "grafiek.voorlopig", "")                                              \
	X(GRAFIEK_UITLEG, "grafiek.uitleg", "")                                                    \
	X(GRAFIEK_UITLEG_WIJKEN, "grafiek.uitleg_wijken", "wijken")                                \
	X(GRAFIEK_GEEN, "grafiek.geen", "")                                                        \
	X(GRAFIEK_TE_WEINIG, "grafiek.te_weinig", "")                                              \
	X(KAART_KOP, "kaart.kop", "")                                                              \
	X(KAART_UITLEG, "kaart.uitleg", "wijk")                                                    \
	X(KAART_GESCHAT, "kaart.geschat", "wijk")                                                  \
	X(KAART_CIJFER, "kaart.cijfer", "wijk")                                                    \
	X(KAART_TABEL, "kaart.tabel", "wijk")                                                      \
	X(KAART_TEGELS, "kaart.tegels", "naam wijk in_periode")                                    \
	X(KAART_VORMEN, "kaart.vormen", "naam wijk in_periode")                                    \
	X(KAART_KLASSE, "kaart.klasse", "van tot")                                                 \
	X(RASTER_TITEL, "raster.titel", "naam wijk van tot")                                       \
	X(RASTER_TITEL_EERDER, "raster.titel_eerder", "naam wijk van tot")                         \
	X(RASTER_DESC, "raster.desc", "aantal wijken as")                                          \
	X(RASTER_KOP, "raster.kop", "naam wijk")                                                   \
	X(RASTER_EERDER, "raster.eerder", "van tot")                                               \
	X(RASTER_UITLEG, "raster.uitleg", "wijken")                                                \
	X(RASTER_NORM, "raster.norm", "norm")                                                      \
	X(RASTER_TABEL, "raster.tabel", "")                                                        \
	X(STAVEN_TITEL, "staven.titel", "naam wijk in_periode")                                    \
	X(STAVEN_UITLEG, "staven.uitleg", "wijk wijken")                                           \
	X(STAVEN_BEREIK, "staven.bereik", "")                                                      \
	X(TRECHTER_KOP, "trechter.kop", "") \
	X(TRECHTER_UITLEG, "trechter.uitleg", "wijk wijken") \
	X(TRECHTER_LIJNEN, "trechter.lijnen", "wijk wijken") \
	X(TRECHTER_TITEL, "trechter.titel", "naam wijk in_periode") \
	X(TRECHTER_DESC, "trechter.desc", "aantal wijken as") \
	X(TRECHTER_PUNT, "trechter.punt", "nummer naam aantal waarde verwacht") \
	X(TRECHTER_N, "trechter.n", "kinderen wijk") \
	X(TRECHTER_TUSSEN, "trechter.tussen", "laag hoog") \
	X(TRECHTER_ZONDER, "trechter.zonder", "aantal wijk wijken") \
	X(TRECHTER_NUMMER, "trechter.nummer", "") \
	X(TRECHTER_VERWACHT, "trechter.verwacht", "") \
	X(TRECHTER_OORDEEL, "trechter.oordeel", "") \
	X(TRECHTER_BINNEN, "trechter.binnen", "") \
	X(TRECHTER_LAAG, "trechter.laag", "") \
	X(TRECHTER_LAAGST, "trechter.laagst", "") \
	X(TRECHTER_HOOG, "trechter.hoog", "") \
	X(TRECHTER_HOOGST, "trechter.hoogst", "") \
	X(WIJKEN_GEEN, "wijken.geen", "wijk")                                                      \
	X(WIJKEN_ALLEEN_GEMEENTE, "wijken.alleen_gemeente", "gemeente wijk")                      \
	X(WIJKEN_ZONDER_DOELGROEP, "wijken.zonder_doelgroep", "namen")                             \
	X(WIJKEN_ONBEKEND, "wijken.onbekend", "teller noemer wijk")                                \
	X(WIJKEN_SAMENGEVOEGD, "wijken.samengevoegd", "wijken")                                  \
	X(WIJKEN_GROEP, "wijken.groep", "groep leden")                                           \
	X(WIJKEN_GROEPEN, "wijken.groepen", "")                                                  \
	X(KLOOF_VERSCHIL, "kloof.verschil", "wijken spreiding")                                   \
	X(KLOOF_GEEN, "kloof.geen", "wijken")                                                     \
	X(KLOOF_TE_WEINIG, "kloof.te_weinig", "wijken")                                           \
	X(KLOOF_TOT_STAD, "kloof.tot_stad", "wijk kinderen")                                      \
	X(TOT_STAD, "tot.stad", "kinderen norm normwaarde gemeente")                               \
	X(TOT_STAD_NUL, "tot.stad_nul", "norm normwaarde gemeente")                                \
	X(TOT_WIJKEN, "tot.wijken", "kinderen norm normwaarde wijk")                               \
	X(TOT_WIJKEN_NUL, "tot.wijken_nul", "norm normwaarde wijk")                                \
	X(TOT_TEN_MINSTE, "tot.ten_minste", "aantal wijken")                                       \
	X(TOT_AFGESCHERMD, "tot.afgeschermd", "aantal wijken")                                     \
	X(TOT_MINSTENS, "tot.minstens", "kinderen")                                                \
	X(TOT_UITLEG, "tot.uitleg", "wijken wijk")                                                 \
	X(TOT_GEEN, "tot.geen", "")                                                                \
	X(VERANDERD_GEEN, "veranderd.geen", "")                                                    \
	X(VERANDERD_GEEN_VORIG, "veranderd.geen_vorig", "")                                        \
	X(VERANDERD_NIEUW, "veranderd.nieuw", "namen de_periode")                                  \
	X(VERANDERD_HERZIEN, "veranderd.herzien", "naam de_periode nieuw oud")                     \
	X(VERANDERD_HERZIEN_MEER, "veranderd.herzien_meer", "aantal")                              \
	X(VERANDERD_NORM, "veranderd.norm", "naam niveau norm datum")                              \
	X(VERANDERD_NU_GEHAALD, "veranderd.nu_gehaald", "naam lidwoord norm in_periode")           \
	X(VERANDERD_NU_NIET, "veranderd.nu_niet", "naam lidwoord norm in_periode")                 \
	X(VERANDERD_HOGER, "veranderd.hoger", "namen")                                            \
	X(VERANDERD_LAGER, "veranderd.lager", "namen")                                            \
	X(VERANDERD_ZONDER, "veranderd.zonder", "namen verandering")                              \
	X(VERANDERD_BREUK, "veranderd.breuk", "naam datum reden")                                  \
	X(VERANDERD_BREUK_WIJK, "veranderd.breuk_wijk", "naam wijk datum reden")                  \
	X(ACTIE_NIET_GESTART, "actie.niet_gestart", "")                                    \
	X(ACTIE_LOOPT, "actie.loopt", "")                                                  \
	X(ACTIE_VERTRAAGD, "actie.vertraagd", "")                                          \
	X(ACTIE_KLAAR, "actie.klaar", "")                                                  \
	X(ACTIE_GESTOPT, "actie.gestopt", "")                                              \
	X(ACTIE_ONBEKEND, "actie.onbekend", "")                                            \
	X(ACTIES_LEEG, "acties.leeg", "")                                                          \
	X(ACTIES_TABEL, "acties.tabel", "")                                                       \
	X(ACTIES_ACTIE, "acties.actie", "")                                                       \
	X(ACTIES_WIE, "acties.wie", "")                                                           \
	X(ACTIES_TERMIJN, "acties.termijn", "")                                                   \
	X(ACTIES_STAND, "acties.stand", "")                                                       \
	X(ACTIES_GEEN_TERMIJN, "acties.geen_termijn", "")                                         \
	X(ACTIES_TE_LAAT, "acties.te_laat", "")                                                   \
	X(ACTIES_STIL, "acties.stil", "datum")                                                    \
	X(ACTIES_MEER, "acties.meer", "aantal")                                                   \
	X(ACTIES_GEEN, "acties.geen", "")                                                         \
	X(ACTIES_KLAAR, "acties.klaar", "klaar gestopt")                                          \
	X(ACTIES_VULLEN, "acties.vullen", "")                                                      \
	X(BESLUITEN_OPEN, "besluiten.open", "tekst gremium datum")                                \
	X(BESLUITEN_MEER, "besluiten.meer", "aantal")                                              \
	X(OVERLEG_BESPROKEN, "overleg.besproken", "datum")                                       \
	X(OVERLEG_BESPROKEN_ZONDER, "overleg.besproken_zonder", "datum")                         \
	X(OVERLEG_BESLOTEN, "overleg.besloten", "tekst staat")                                   \
	X(OVERLEG_GEEN_BESLUIT, "overleg.geen_besluit", "")                                      \
	X(OVERLEG_NOG_NIET, "overleg.nog_niet", "")                                              \
	X(OVERLEG_TABEL, "overleg.tabel", "")                                                    \
	X(OVERLEG_BLAD, "overleg.blad", "")                                                      \
	X(OVERLEG_VERSLAG, "overleg.verslag", "")                                                \
	X(OVERLEG_GEEN_BLAD, "overleg.geen_blad", "")                                            \
	X(BESLUIT_LEEG, "besluit.leeg", "")                                                        \
	X(BESLUIT_WAT, "besluit.wat", "")                                                          \
	X(BESLUIT_WIE, "besluit.wie", "")                                                          \
	X(BESLUIT_WANNEER, "besluit.wanneer", "")                                                  \
	X(VRAAG_ONDER_ZEKER, "vraag.onder_zeker", "namen wijken kinderen")                         \
	X(VRAAG_ONDER_ZEKER_STAD, "vraag.onder_zeker_stad", "kinderen")                            \
	X(VRAAG_ONDER_TOEVAL, "vraag.onder_toeval", "")                                            \
	X(VRAAG_STAD_WEL, "vraag.stad_wel", "aantal wijken norm richtwaarde wijk")                 \
	X(VRAAG_GEEN_NORM, "vraag.geen_norm", "naam")                                              \
	X(VRAAG_BREUK, "vraag.breuk", "datum naam")                                                \
	X(VRAGEN_GEEN, "vragen.geen", "")                                                          \
	X(VRAGEN_HERKOMST, "vragen.herkomst", "")                                                  \
	X(VRAGEN_EIGEN, "vragen.eigen", "")                                                        \
	X(LEZEN_WEL, "lezen.wel", "")                                                              \
	X(LEZEN_NIET, "lezen.niet", "")                                                            \
	X(LEZEN_LET_OP, "lezen.let_op", "")                                                        \
	X(LEZEN_TOEVAL, "lezen.toeval", "")                                                        \
	X(LEZEN_BRONNEN, "lezen.bronnen", "")                                                      \
	X(LEZEN_MARGE, "lezen.marge", "kinderen")                                                          \
	X(LEZEN_KWARTALEN, "lezen.kwartalen", "kinderen")                                                  \
	X(LEZEN_VINDKANS, "lezen.vindkans", "n waar keer norm")                                    \
	X(LEZEN_VALSE_MELDING, "lezen.valse_melding", "aantal wijken verwacht")                    \
	X(LEZEN_INTERN, "lezen.intern", "")                                                        \
	X(LEZEN_VOLLEDIG, "lezen.volledig", "aantal wijken")                                       \
	X(LEZEN_ONVOLLEDIG, "lezen.onvolledig", "ontbreken aantal wijken")                         \
	X(LEZEN_BRON, "lezen.bron", "nr bestand bron geladen")                                     \
	X(LEZEN_BRON_VOORLOPIG, "lezen.bron_voorlopig", "")                                        \
	X(LEZEN_BRON_EERDER, "lezen.bron_eerder", "nummers")                                       \
	X(LEZEN_GEEN_BRON, "lezen.geen_bron", "")                                                  \
	X(LEZEN_DEFINITIE, "lezen.definitie", "id versie")                                    \
	X(LEZEN_DEFINITIES, "lezen.definities", "definities")                                      \
	X(LEZEN_CONTROLEGETAL, "lezen.controlegetal", "hash")                                      \
	X(LEZEN_PROGRAMMA, "lezen.programma", "versie")                                            \
	X(LEZEN_UITLEG, "lezen.uitleg", "id gemeente periode")                                     \
	X(NIVEAU_GEMEENTE, "niveau.gemeente", "gemeente")                                                \
	X(NIVEAU_WIJK, "niveau.wijk", "wijk")                                                      \
	X(BUNDEL_TITEL, "bundel.titel", "gemeente overleg periode")                                \
	X(BUNDEL_KICKER, "bundel.kicker", "overleg")                                              \
	X(BUNDEL_VOET, "bundel.voet", "gemeente overleg periode")                                  \
	X(BUNDEL_KOP, "bundel.kop", "onder met")                                           \
	X(BUNDEL_KOP_GEEN, "bundel.kop_geen", "met")                                       \
	X(BUNDEL_KOP_LEEG, "bundel.kop_leeg", "")                                                  \
	X(BUNDEL_KOP_ZONDER_NORM, "bundel.kop_zonder_norm", "")                                    \
	X(BUNDEL_KOP_LAAT, "bundel.kop_laat", "laat")                                              \
	X(BUNDEL_LEAD, "bundel.lead", "aantal zonder")                                     \
	X(BUNDEL_BLADEN, "bundel.bladen", "")                                              \
	X(BUNDEL_BLAD, "bundel.blad", "")                                                  \
	X(BUNDEL_CONCLUSIE, "bundel.conclusie", "")                                        \
	X(BUNDEL_TE_LAAT, "bundel.te_laat", "")                                            \
	X(BUNDEL_ONDER_SLECHTER, "bundel.onder_slechter", "")                              \
	X(BUNDEL_ONDER, "bundel.onder", "")                                                \
	X(BUNDEL_GEEN_ONDER_SLECHTER, "bundel.geen_onder_slechter", "")                    \
	X(BUNDEL_GEEN_ONDER, "bundel.geen_onder", "")                                      \
	X(BUNDEL_ZONDER_NORM, "bundel.zonder_norm", "")                                    \
	X(BUNDEL_ZONDER_NORM_ZIN, "bundel.zonder_norm_zin", "zonder aantal")               \
	X(BUNDEL_ACTIES, "bundel.acties", "")                                              \
	X(BUNDEL_ACTIES_GEEN, "bundel.acties_geen", "")                                    \
	X(BUNDEL_DAGEN, "bundel.dagen", "dagen")                                           \
	X(BUNDEL_NIET_GELEVERD, "bundel.niet_geleverd", "")                                \
	X(BUNDEL_NIET_GELEVERD_NU, "bundel.niet_geleverd_nu", "de_periode namen")          \
	X(BUNDEL_NOOIT_GELEVERD, "bundel.nooit_geleverd", "namen")                         \
	X(BUNDEL_ALLES_GELEVERD, "bundel.alles_geleverd", "")                              \
	X(BUNDEL_OVERLEG, "bundel.overleg", "")                                            \
	X(BUNDEL_OVERLEG_LAATSTE, "bundel.overleg_laatste", "datum")                       \
	X(BUNDEL_OVERLEG_VOLGENDE, "bundel.overleg_volgende", "datum")                     \
	X(BUNDEL_OVERLEG_THEMA, "bundel.overleg_thema", "datum blad")                      \
	X(BUNDEL_OVERLEG_GEEN, "bundel.overleg_geen", "")                                  \
	X(BUNDEL_OVERLEG_ANDER, "bundel.overleg_ander", "overleg")                                 \
	X(VERSLAG_OP_TIJD, "verslag.op_tijd", "dagen")                                     \
	X(VERSLAG_TE_LAAT, "verslag.te_laat", "dagen")                                     \
	X(VERSLAG_TE_VERWACHTEN, "verslag.te_verwachten", "")                              \
	X(VERSLAG_ONTBREEKT, "verslag.ontbreekt", "dagen")                                 \
	X(EVAL_VOET, "eval.voet", "titel gemeente")                                        \
	X(EVAL_INHOUD, "eval.inhoud", "")                                                  \
	X(EVAL_HOOFDSTUK, "eval.hoofdstuk", "nr")                                          \
	X(EVAL_BIJLAGE, "eval.bijlage", "nr titel")                                        \
	X(EVAL_PERIODE, "eval.periode", "van tot")                                         \
	X(EVAL_SAM_NORM, "eval.sam_norm", "aantal onvast zonder")                          \
	X(EVAL_SAM_OORDEEL, "eval.sam_oordeel", "met gehaald niet zeker")                  \
	X(EVAL_SAM_ACTIES, "eval.sam_acties", "totaal klaar laat gestopt")                 \
	X(EVAL_SAM_ACTIES_GEEN, "eval.sam_acties_geen", "")                                \
	X(EVAL_SAM_DATA, "eval.sam_data", "aantal nooit")                                  \
	X(EVAL_SAM_VOORSTEL, "eval.sam_voorstel", "aantal hoofdstuk")                      \
	X(EVAL_AFSPRAKEN_ZIN, "eval.afspraken_zin", "aantal getal proxy kwalitatief")      \
	X(EVAL_AFSPRAKEN_NORM, "eval.afspraken_norm", "vast anders geen")                  \
	X(EVAL_DOEL, "eval.doel", "")                                                      \
	X(EVAL_MEETBAAR, "eval.meetbaar", "")                                              \
	X(EVAL_CIJFERS, "eval.cijfers", "")                                                \
	X(EVAL_CIJFERS_VAN, "eval.cijfers_van", "met aantal")                              \
	X(EVAL_MEET_GETAL, "eval.meet_getal", "")                                          \
	X(EVAL_MEET_PROXY, "eval.meet_proxy", "")                                          \
	X(EVAL_MEET_KWALITATIEF, "eval.meet_kwalitatief", "")                              \
	X(EVAL_GEEN_NORM, "eval.geen_norm", "")                                            \
	X(DEKKING_KOP, "dekking.kop", "")                                                        \
	X(DEKKING_TITEL, "dekking.titel", "gemeente")                                            \
	X(DEKKING_DESC, "dekking.desc", "aantal getal indicator norm data besluit")              \
	X(DEKKING_UITLEG, "dekking.uitleg", "")                                                  \
	X(DEKKING_STAP, "dekking.stap", "")                                                      \
	X(DEKKING_AANTAL, "dekking.aantal", "")                                                  \
	X(DEKKING_AFSPRAAK, "dekking.afspraak", "")                                              \
	X(DEKKING_MEETBAAR, "dekking.meetbaar", "")                                              \
	X(DEKKING_INDICATOR, "dekking.indicator", "")                                            \
	X(DEKKING_NORM, "dekking.norm", "")                                                      \
	X(DEKKING_VAST, "dekking.vast", "")                                                      \
	X(DEKKING_DATA, "dekking.data", "")                                                      \
	X(DEKKING_BESLUIT, "dekking.besluit", "")                                                \
	X(DEKKING_LAATSTE, "dekking.laatste", "")                                                \
	X(DEKKING_GEEN, "dekking.geen", "")                                                      \
	X(EVAL_KWALITATIEF, "eval.kwalitatief", "")                                        \
	X(EVAL_PROXY, "eval.proxy", "korte_naam tekst")                                    \
	X(EVAL_TREND, "eval.trend", "")                                                    \
	X(EVAL_OORDEEL, "eval.oordeel", "")                                                \
	X(EVAL_GRAFIEK_ELDERS, "eval.grafiek_elders", "namen hoofdstuk")                   \
	X(EVAL_ACTIES_BIJ, "eval.acties_bij", "totaal klaar open laat")                    \
	X(EVAL_ACTIES_GEEN, "eval.acties_geen", "")                                        \
	X(EVAL_MENS, "eval.mens", "")                                                      \
	X(EVAL_MENS_VRAGEN, "eval.mens_vragen", "")                                        \
	X(EVAL_MENS_LEEG, "eval.mens_leeg", "")                                            \
	X(EVAL_TEKST_DOOR, "eval.tekst_door", "rol datum")                                 \
	X(EVAL_KLOOF_TABEL, "eval.kloof_tabel", "wijken")                                  \
	X(EVAL_KLOOF_SPREIDING, "eval.kloof_spreiding", "")                                \
	X(EVAL_KLOOF_WIJKEN, "eval.kloof_wijken", "")                                      \
	X(EVAL_KLOOF_TOT, "eval.kloof_tot", "")                                            \
	X(EVAL_KLOOF_OORDEEL, "eval.kloof_oordeel", "")                                    \
	X(EVAL_KLOOF_JA, "eval.kloof_ja", "")                                              \
	X(EVAL_KLOOF_NEE, "eval.kloof_nee", "")                                            \
	X(EVAL_KLOOF_TE_WEINIG, "eval.kloof_te_weinig", "")                                \
	X(EVAL_KLOOF_PUNT, "eval.kloof_punt", "spreiding")                                 \
	X(EVAL_KLOOF_GEEN, "eval.kloof_geen", "wijken")                                    \
	X(EVAL_VOLGORDE, "eval.volgorde", "wijken naam periode")                           \
	X(EVAL_VOLGORDE_BOVEN, "eval.volgorde_boven", "naam wijken verschil laag hoog")    \
	X(EVAL_VOLGORDE_ONDER, "eval.volgorde_onder", "naam wijken verschil laag hoog")    \
	X(EVAL_VOLGORDE_GEEN, "eval.volgorde_geen", "namen")                               \
	X(EVAL_VOLGORDE_NOOT, "eval.volgorde_noot", "wijken")                              \
	X(EVAL_SIGNALEN, "eval.signalen", "wijken")                                        \
	X(EVAL_SIGNAAL, "eval.signaal", "wijk namen")                                      \
	X(EVAL_SIGNALEN_GEEN, "eval.signalen_geen", "wijk")                                \
	X(EVAL_SIGNALEN_UITLEG, "eval.signalen_uitleg", "")                                \
	X(EVAL_INTERVENTIE, "eval.interventie", "")                                        \
	X(EVAL_BEWIJS, "eval.bewijs", "")                                                  \
	X(EVAL_GEEVALUEERD, "eval.geevalueerd", "")                                        \
	X(EVAL_BESLUIT, "eval.besluit", "")                                                \
	X(EVAL_REDEN, "eval.reden", "")                                                    \
	X(EVAL_INTERVENTIES_ZIN, "eval.interventies_zin", "totaal bewijs recent")          \
	X(EVAL_INTERVENTIES_KEUZE, "eval.interventies_keuze", "doorgaan aanpassen stoppen geen") \
	X(EVAL_INTERVENTIES_LEEG, "eval.interventies_leeg", "")                            \
	X(EVAL_INT_KOSTEN, "eval.int_kosten", "met totaal kosten")                               \
	X(EVAL_INT_GESTOPT, "eval.int_gestopt", "stoppen gestopt")                               \
	X(EVAL_INT_LOOPT, "eval.int_loopt", "")                                                  \
	X(EVAL_INT_VANAF, "eval.int_vanaf", "datum")                                             \
	X(EVAL_INT_VAN_TOT, "eval.int_van_tot", "van tot")                                       \
	X(EVAL_INT_EURO, "eval.int_euro", "")                                                    \
	X(EVAL_INT_KOP, "eval.int_kop", "wijken")                                                \
	X(EVAL_INT_INLEIDING, "eval.int_inleiding", "wijken")                                    \
	X(EVAL_INT_GRENS, "eval.int_grens", "")                                                  \
	X(EVAL_INT_MARGE, "eval.int_marge", "")                                                  \
	X(EVAL_INT_MET, "eval.int_met", "")                                                      \
	X(EVAL_INT_ZONDER, "eval.int_zonder", "")                                                \
	X(EVAL_INT_VERSCHIL, "eval.int_verschil", "")                                            \
	X(EVAL_INT_UITSPRAAK, "eval.int_uitspraak", "")                                          \
	X(EVAL_INT_VAN_NAAR, "eval.int_van_naar", "voor na")                                     \
	X(EVAL_INT_PUNT, "eval.int_punt", "verschil interval")                                   \
	X(EVAL_INT_MARGE_TUSSEN, "eval.int_marge_tussen", "laag hoog")                           \
	X(EVAL_INT_TOEVAL, "eval.int_toeval", "")                                                \
	X(EVAL_INT_BETER, "eval.int_beter", "")                                                  \
	X(EVAL_INT_SLECHTER, "eval.int_slechter", "")                                            \
	X(EVAL_INT_ANDERS, "eval.int_anders", "")                                                \
	X(EVAL_INT_NIET, "eval.int_niet", "namen reden")                                         \
	X(EVAL_INT_GEEN_INDICATOR, "eval.int_geen_indicator", "")                                \
	X(EVAL_INT_GEEN_START, "eval.int_geen_start", "")                                        \
	X(EVAL_INT_GEEN_WIJKEN, "eval.int_geen_wijken", "")                                      \
	X(EVAL_INT_GEEN_AANDEEL, "eval.int_geen_aandeel", "")                                    \
	X(EVAL_INT_TE_KORT, "eval.int_te_kort", "")                                              \
	X(EVAL_INT_BREUK, "eval.int_breuk", "")                                                  \
	X(EVAL_INT_AFGESCHERMD, "eval.int_afgeschermd", "")                                      \
	X(EVAL_INT_GEEN_ANDERE, "eval.int_geen_andere", "")                                      \
	X(EVAL_INT_TE_WEINIG, "eval.int_te_weinig", "")                                          \
	X(EVAL_NOOIT, "eval.nooit", "")                                                    \
	X(EVAL_GEEN_BESLUIT, "eval.geen_besluit", "")                                      \
	X(EVAL_DOORGAAN, "eval.doorgaan", "")                                              \
	X(EVAL_AANPASSEN, "eval.aanpassen", "")                                            \
	X(EVAL_STOPPEN, "eval.stoppen", "")                                                \
	X(EVAL_SAMENWERKING, "eval.samenwerking", "")                                      \
	X(EVAL_AFSPRAAK, "eval.afspraak", "")                                              \
	X(EVAL_HEEL_JAAR, "eval.heel_jaar", "")                                                  \
	X(EVAL_LOPEND_JAAR, "eval.lopend_jaar", "")                                              \
	X(EVAL_MIJLPALEN, "eval.mijlpalen", "")                                                  \
	X(EVAL_MIJLPAAL, "eval.mijlpaal", "")                                                    \
	X(EVAL_VERWACHT, "eval.verwacht", "")                                                    \
	X(EVAL_MIJLPAAL_NIET, "eval.mijlpaal_niet", "")                                          \
	X(EVAL_MIJLPAAL_OP, "eval.mijlpaal_op", "datum")                                         \
	X(EVAL_VERLOPEN, "eval.verlopen", "")                                                    \
	X(EVAL_OVERLEGGEN, "eval.overleggen", "")                                          \
	X(EVAL_GREMIUM, "eval.gremium", "")                                                \
	X(EVAL_GEHOUDEN, "eval.gehouden", "")                                              \
	X(EVAL_MET_THEMA, "eval.met_thema", "")                                            \
	X(EVAL_VERSLAG_TIJD, "eval.verslag_tijd", "")                                      \
	X(EVAL_VERSLAG_NIET, "eval.verslag_niet", "")                                      \
	X(EVAL_LANGSTE, "eval.langste", "")                                                \
	X(EVAL_DAGEN, "eval.dagen", "dagen")                                               \
	X(EVAL_PARTIJEN, "eval.partijen", "")                                              \
	X(EVAL_PARTIJ, "eval.partij", "")                                                  \
	X(EVAL_TOTAAL, "eval.totaal", "")                                                  \
	X(EVAL_KLAAR, "eval.klaar", "")                                                    \
	X(EVAL_OPEN, "eval.open", "")                                                      \
	X(EVAL_LAAT, "eval.laat", "")                                                      \
	X(EVAL_PARTIJ_ONBEKEND, "eval.partij_onbekend", "")                                \
	X(EVAL_VOORSTEL_TABEL, "eval.voorstel_tabel", "")                                  \
	X(EVAL_VOORSTEL, "eval.voorstel", "")                                              \
	X(EVAL_VOORSTEL_MIN, "eval.voorstel_min", "waarde")                                \
	X(EVAL_VOORSTEL_MAX, "eval.voorstel_max", "waarde")                                \
	X(EVAL_KEUZE, "eval.keuze", "")                                                    \
	X(EVAL_KEUZES, "eval.keuzes", "")                                                  \
	X(EVAL_IN_BIJLAGE, "eval.in_bijlage", "nr")                                         \
	X(EVAL_PER_DOEL, "eval.per_doel", "")                                               \
	X(EVAL_PER_DOEL_UITLEG, "eval.per_doel_uitleg", "")                                 \
	X(EVAL_DOEL_ACTIES_KOP, "eval.doel_acties_kop", "")                                 \
	X(EVAL_DOEL_NORM, "eval.doel_norm", "")                                             \
	X(EVAL_DOEL_GEHAALD, "eval.doel_gehaald", "gehaald niet")                           \
	X(EVAL_DOEL_NIET, "eval.doel_niet", "gehaald niet")                                 \
	X(EVAL_DOEL_BEIDE, "eval.doel_beide", "gehaald niet")                               \
	X(EVAL_ZONDER_OORDEEL, "eval.zonder_oordeel", "")                                   \
	X(EVAL_DOEL_ACTIES, "eval.doel_acties", "klaar open laat")                          \
	X(EVAL_DOEL_ACTIES_LAAT, "eval.doel_acties_laat", "klaar open laat")                \
	X(EVAL_NORM_KEUZES, "eval.norm_keuzes", "")                                         \
	X(EVAL_VOORSTEL_UITLEG, "eval.voorstel_uitleg", "")                                 \
	X(EVAL_AGENDA, "eval.agenda", "van tot")                                            \
	X(EVAL_AGENDA_NORM, "eval.agenda_norm", "aantal")                                   \
	X(EVAL_AGENDA_DATA, "eval.agenda_data", "aantal")                                   \
	X(EVAL_AGENDA_ACTIES, "eval.agenda_acties", "aantal")                               \
	X(EVAL_AGENDA_INTERVENTIES, "eval.agenda_interventies", "aantal")                   \
	X(EVAL_AGENDA_MIJLPAAL, "eval.agenda_mijlpaal", "titel datum")                      \
	X(EVAL_VOORSTEL_GEEN, "eval.voorstel_geen", "")                                    \
	X(EVAL_BRONNEN, "eval.bronnen", "")                                                \
	X(EVAL_BRON, "eval.bron", "")                                                      \
	X(EVAL_LEVERINGEN, "eval.leveringen", "")                                          \
	X(EVAL_LAATSTE, "eval.laatste", "")                                                \
	X(EVAL_VOORLOPIG, "eval.voorlopig", "")                                            \
	X(EVAL_BREUKEN, "eval.breuken", "")                                                \
	X(EVAL_BREUK, "eval.breuk", "datum indicator reden")                               \
	X(EVAL_BREUK_ALLE, "eval.breuk_alle", "")                                          \
	X(EVAL_BREUKEN_GEEN, "eval.breuken_geen", "")                                      \
	X(EVAL_PRIVACY, "eval.privacy", "")                                                \
	X(EVAL_PRIVACY_INTERN, "eval.privacy_intern", "")                                  \
	X(EVAL_VOLLEDIGHEID, "eval.volledigheid", "")                                      \
	X(EVAL_VOLLEDIG_ZIN, "eval.volledig_zin", "met aantal verborgen")                   \
	X(EVAL_VOLLEDIG_VERBORGEN, "eval.volledig_verborgen", "met aantal verborgen")       \
	X(EVAL_VOLLEDIG_TABEL, "eval.volledig_tabel", "")                                   \
	X(EVAL_GEVRAAGD, "eval.gevraagd", "")                                               \
	X(EVAL_MET_CIJFER, "eval.met_cijfer", "")                                           \
	X(EVAL_GEEN_CIJFER, "eval.geen_cijfer", "")                                         \
	X(EVAL_GEMIST, "eval.gemist", "")                                                   \
	X(EVAL_VERBETERD, "eval.verbeterd", "")                                             \
	X(EVAL_VERSIES, "eval.versies", "")                                                \
	X(EVAL_DEFINITIES_LEGENDA, "eval.definities_legenda", "")                          \
	X(EVAL_TELLER, "eval.teller", "")                                                  \
	X(EVAL_BRONTEKST, "eval.brontekst", "bestand")                                     \
	X(EVAL_BESLUITEN, "eval.besluiten", "")                                            \
	X(EVAL_DATUM, "eval.datum", "")                                                    \
	X(EVAL_GEEN_CIJFERS, "eval.geen_cijfers", "")                                      \
	X(EVAL_BESLUIT_OPEN, "eval.besluit_open", "")                                      \
	X(EVAL_BESLUIT_UITGEVOERD, "eval.besluit_uitgevoerd", "")                          \
	X(EVAL_BESLUIT_GESTOPT, "eval.besluit_gestopt", "")                                \
	X(EVAL_BESLUIT_ZONDER, "eval.besluit_zonder", "")                                  \
	X(EVAL_BESLUIT_ONBEKEND, "eval.besluit_onbekend", "")                              \
	X(EVAL_GEEN_PER_WIJK, "eval.geen_per_wijk", "")                                    \
	X(EVAL_GEBIED, "eval.gebied", "")                                                  \
	X(OVER_RAPPORT, "over.rapport", "")                                                      \
	X(OVER_EDITIE, "over.editie", "")                                                        \
	X(OVER_OPENBAAR, "over.openbaar", "")                                                    \
	X(OVER_LET_OP, "over.let_op", "")                                                        \
	X(OVER_STAND, "over.stand", "datum")                                                     \
	X(OVER_LEES, "over.lees", "")                                                            \
	X(OVER_LEES_GETAL, "over.lees_getal", "")                                                \
	X(OVER_LEES_WOORD, "over.lees_woord", "")                                                \
	X(OVER_LEES_KOLOM, "over.lees_kolom", "")                                                \
	X(OVER_LEES_MARGE, "over.lees_marge", "")                                                \
	X(LIJST_EN, "lijst.en", "")

#endif
