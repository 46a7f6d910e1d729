"""Words of the trade, and abbreviations, are in the glossary or are explained where they stand.

A word is fine when it belongs to the name of a condition, a therapy or a level of care, or to a term of the
glossary, or when the page explains it: beside brackets ("losing touch with what is real (psychosis)"), with
"called" or "or" before it, or with "means", "is a kind of" or ", a" after it. It is told once a page,
where it stands first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ..passages import FileText
from ..reading import Names, Words, comparable, name_of, neutral_names
from .rule import Found, Rule, Run

# Words that clinicians, researchers and insurers use and most readers do not.
JARGON = """
abreaction, acuity, adherence, adjunct, adjunctive, adverse event, aetiology, affective, agitation, agonist,
agoraphobia, agranulocytosis, akathisia, alexithymia, amenorrhea, anhedonia, anosognosia, antagonist,
anticonvulsant, anxiolytic, arrhythmia, ataxia, attrition, augmentation, avolition, barbiturate, baseline,
benzodiazepine, biopsychosocial, bradycardia, cachexia, case management, catatonia, catatonic, causal,
cognition, cognitive distortion, cognitive restructuring, cohort, coinsurance, comorbid, comorbidity,
comparator, compulsion, compulsivity, concomitant, confidence interval, confounder, confounding,
contraindicated, contraindication, copay, copayment, countertransference, cyclothymia, cyclothymic,
decompensate, decompensation, deductible, defusion, delirium, delusion, depersonalization, derealization,
desensitization, diathesis, differential diagnosis, discontinuation, disinhibition, dissociation,
dissociative, diurnal, dopamine, dopaminergic, double-blind, dropout rate, dysfunctional, dyskinesia,
dysphoria, dysphoric, dysregulated, dysregulation, dysthymia, dysthymic, dystonia, echolalia, ecological
momentary, edema, efficacy, ego-dystonic, ego-syntonic, electroconvulsive, electrolyte, emetophobia,
endogenous, enmeshment, epidemiology, etiology, euthymia, euthymic, exacerbate, exacerbation, exclusion
criteria, exogenous, extrapyramidal, first-line, flat affect, forest plot, formulary, formulation, funnel
plot, GABA, gastrointestinal, genogram, glutamate, habituation, hallucination, hazard ratio, heterogeneity,
heterogeneous, hippocampus, hyperarousal, hypervigilance, hypervigilant, hypnotic, hypomania, hypomanic,
iatrogenic, ideation, idiopathic, imaginal, in vivo, in-network, incidence, inclusion criteria, inhibitor,
insomnia, intent-to-treat, intention-to-treat, interdisciplinary, interoceptive, intractable, intrapsychic,
introjection, labile, lability, long-acting injectable, longitudinal, maladaptive, mania, medical necessity,
medically necessary, mentalization, meta-analysis, metabolic, modality, monotherapy, morbidity,
multidisciplinary, multimodal, multivariate, myocarditis, neuroleptic, neurological, neuron,
neuroplasticity, neurotransmitter, non-inferior, non-inferiority, norepinephrine, number needed to treat,
obsession, odds ratio, off-label, off-protocol, orthostatic, out-of-network, outcome measure, p-value,
paranoia, paranoid, parasuicidal, parity, pathogenesis, pathology, pathophysiology, perinatal, perseverate,
perseveration, pharmacokinetic, pharmacological, pharmacology, pharmacotherapy, phenotype, placebo,
polypharmacy, polysubstance, postpartum, preauthorization, precontemplation, premorbid, prevalence, prior
authorization, prodromal, prodrome, prognosis, prophylactic, prophylaxis, prospective study, psychodrama,
psychometric, psychomotor, psychopathology, psychopharmacology, psychosis, psychosocial, psychosomatic,
psychotic, psychotropic, purging, QT interval, quasi-experimental, randomization, randomized, rapid cycling,
receptor, recidivism, reconsolidation, refractory, reinforcer, relative risk, remission, retrospective
study, reuptake, ruminate, rumination, schema, schizoaffective, second-line, secondary outcome,
self-efficacy, sequela, sequelae, serotonergic, serotonin, sliding scale, somatic, somatization, somnolence,
standard deviation, standard of care, standardized mean difference, statistically significant, stepped care,
stigmatization, suicidality, symptomatology, syndrome, systematic review, tachycardia, taper, tapering,
tardive, teratogenic, thought record, titrate, titration, tolerability, tonic-clonic, transdiagnostic,
transference, treatment-refractory, treatment-resistant, triage, tricyclic, utilization management,
utilization review, validity, vicarious, washout
"""
# Latin and Greek that the list does not name, by how it begins or ends. Words of every day look the same.
LEARNED = re.compile(
    r"(?:brady|tachy|psychopharm|pharmaco|neuropsych|electroenceph|hyperprolact|hypothal)[a-z]+"
    r"|[a-z]{3,}(?:itis|osis|emia|aemia|opathy|ectomy|algia|plegia|megaly|genesis|rrhea|penia|uria|olysis"
    r"|otropic|ogenic|esthesia|phrenia|thymia)"
)
EVERYDAY = """
academia allergenic anemia apotheosis arthritis bohemia bronchitis cirrhosis diagnosis diarrhea fibrosis
genesis hepatitis hypnosis leukemia metamorphosis nemesis osmosis photogenic sclerosis symbiosis tuberculosis
"""
ABBREVIATION = re.compile(r"[A-Z][A-Z0-9&]*[A-Z][A-Z0-9&]*(?:-[A-Z0-9]+)*s?|[A-Z]+-[A-Z0-9]+s?")
# Everyone knows these, or they are no abbreviations.
KNOWN = {"US", "USA", "UK", "EU", "TV", "OK", "ID", "AM", "PM", "PDF", "CSV", "JSON", "QR", "DNA", "HIV"}
KNOWN |= {"AIDS", "COVID", "COVID-19", "CC", "BY", "MIT", "GPS", "ZIP"}
ROMAN = re.compile(r"[IVX]+")
WRITE_OUT = "write it out where it stands first, with the short form in brackets"
ADD = "add it to content/data/glossary.yml"


def find(run: Run) -> Iterator[Found]:
    names = neutral_names(run.site)
    for file in run.texts:
        yield from _in_file(file, names)


def _in_file(file: FileText, names: Names) -> Iterator[Found]:
    told: set[Words] = set()
    for passage in file.passages:
        for line, _, words in passage.block.spoken:
            for jargon in unexplained(words, names):
                name = comparable(jargon)
                if name not in told and not _is_explained(jargon, file):
                    yield _found(file.path, line, " ".join(jargon))
                told.add(name)


def unexplained(words: Words, names: Names) -> Iterator[Words]:
    """What is jargon in a sentence and belongs to no name and to no term of the glossary."""
    if not any(map(_may_begin_jargon, words)):
        return
    compared, position = comparable(words), 0
    while position < len(words):
        jargon, known = TRADE.longest_at(compared, position), names.longest_at(compared, position)
        if not known and _looks_like_jargon(words[position]):
            jargon = jargon or 1
        if jargon > known:
            yield words[position : position + jargon]
        position += max(jargon, known, 1)


@lru_cache(maxsize=2**16)
def _may_begin_jargon(word: str) -> bool:
    return _looks_like_jargon(word) or comparable([word])[0] in TRADE.by_first_word


def _looks_like_jargon(word: str) -> bool:
    if ABBREVIATION.fullmatch(word):
        return word.removesuffix("s") not in KNOWN and not ROMAN.fullmatch(word)
    return word.lower() not in EVERYDAY.split() and bool(LEARNED.fullmatch(word.lower()))


def _is_explained(words: Words, file: FileText) -> bool:
    """Whether the text says somewhere what the words mean."""
    return any(_explanation(words).search(passage.text) for passage in file.passages)


def _explanation(words: Words) -> re.Pattern[str]:
    """The forms in which a text says what words mean. Their last one may be a plural."""
    last = re.sub(r"(?:y|ies|s)$", "", words[-1])
    word = rf"\b{' '.join(map(re.escape, [*words[:-1], last]))}(?:y|ies|s|es)?\b[\"”*]*"
    says = r"means?|stands? for|is short for|(?:is|are) (?:an? )?(?:kind|way|form|type|word|name|sort)s?"
    return re.compile(
        rf"\([^()]*{word}[^()]*\)|{word}\s\(|{word},? (?:{says})\b|{word}, (?:an?|the|or)\s"
        rf"|\b(?:called|known as|or)\s[\"“*]*(?:an?\s)?{word}",
        re.IGNORECASE,
    )


def _found(path: str, line: int, words: str) -> Found:
    if ABBREVIATION.fullmatch(words):
        return Found(
            path, line, f"not every reader knows what '{words}' stands for", f"{WRITE_OUT}, or {ADD}"
        )
    return Found(path, line, f"not every reader knows the word '{words}'")


TRADE = Names(frozenset(name_of(word) for word in " ".join(JARGON.split()).split(", ")))

RULE = Rule(
    code="W003",
    name="jargon",
    why="A word that a reader has to look up can be the one at which they stop.",
    remedy=f"say it in everyday words, explain it in brackets, or {ADD}",
    find=find,
    needs=frozenset({"glossary", "levels_of_care"}),
)
